import type { Route, ShopCall } from "../gateway/api-call.ts";
import { invalidParameter } from "../gateway/gateway-error.ts";
import { bodyText } from "../gateway/parameters.ts";
import type { JsonObject } from "../json.ts";
import { eventTypes } from "../webhooks/notification.ts";

const scope = "seller.authorization.info";
const path = "/event/202309/webhooks";

/** Which address hears of which topic, shop by shop. */
export const webhookRoutes: readonly Route[] = [
  { method: "GET", path, scope, caller: "shop", answer: listWebhooks },
  { method: "PUT", path, scope, caller: "shop", answer: putWebhook },
  { method: "DELETE", path, scope, caller: "shop", answer: deleteWebhook },
];

function listWebhooks({ world, shop }: ShopCall): JsonObject {
  const webhooks = Object.entries(world.state.webhookAddresses[shop.id] ?? {}).map(([eventType, entry]) => ({
    address: entry.address,
    create_time: entry.createTime,
    event_type: eventType,
    update_time: entry.updateTime,
  }));
  return { total_count: webhooks.length, webhooks };
}

function putWebhook(call: ShopCall): JsonObject {
  const { world, shop, now } = call;
  const eventType = readEventType(call);
  const address = bodyText(call, "address") ?? "";
  if (!isReceiver(address)) {
    return invalidParameter(
      "Invalid parameter. The 'address' field must be an https URL with a domain name, without a port, of at most 255 characters.",
    );
  }
  const addresses = world.state.webhookAddresses[shop.id] ?? {};
  world.state.webhookAddresses[shop.id] = {
    ...addresses,
    [eventType]: { address, createTime: addresses[eventType]?.createTime ?? now, updateTime: now },
  };
  world.remember();
  return {};
}

function deleteWebhook(call: ShopCall): JsonObject {
  const eventType = readEventType(call);
  const { [eventType]: _removed, ...rest } = call.world.state.webhookAddresses[call.shop.id] ?? {};
  call.world.state.webhookAddresses[call.shop.id] = rest;
  call.world.remember();
  return {};
}

function readEventType(call: ShopCall): string {
  const eventType = bodyText(call, "event_type") ?? "";
  return eventType in eventTypes
    ? eventType
    : invalidParameter("Invalid parameter. The 'event_type' field is not a known event type.");
}

const loopback: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** The platform's rule, and plain http on loopback, because that is where a sandbox lives. */
function isReceiver(address: string): boolean {
  if (address.length > 255 || !URL.canParse(address)) return false;
  const { protocol, hostname, port } = new URL(address);
  if (loopback.has(hostname)) return protocol === "http:" || protocol === "https:";
  const isDomain = /[a-z]/i.test(hostname) && hostname.includes(".");
  return protocol === "https:" && port === "" && isDomain;
}
