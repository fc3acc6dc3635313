import { z } from "zod";
import type { ApiTransport } from "../request/api-transport.ts";
import type { ApiRequest } from "../request/build.ts";
import { failure } from "../request/failure.ts";
import { subscribedTopics } from "../webhook.ts";

type Caller = Pick<ApiRequest, "accessToken" | "shopCipher">;

const path = "/event/202309/webhooks";

const webhooksSchema = z.object({
  webhooks: z.array(z.object({ event_type: z.string(), address: z.string().nullish() })).nullish(),
});

/**
 * Sets the address for each topic that this client reads, for one shop; topics that already have it are left alone. Throws
 * `ConnectorError` of the first call that failed: calling again goes on from there.
 */
export async function subscribe(transport: ApiTransport, caller: Caller, address: string): Promise<void> {
  const set = await addressesOf(transport, caller);
  for (const topic of Object.keys(subscribedTopics)) {
    if (set.get(topic) === address) continue;
    const body = { address, event_type: topic };
    await transport.call({ ...caller, method: "PUT", path, body }, () => undefined);
  }
}

/** Removes the shop's topics that this client had set; topics without an address of their own are left alone. */
export async function unsubscribe(transport: ApiTransport, caller: Caller): Promise<void> {
  const set = await addressesOf(transport, caller);
  for (const topic of Object.keys(subscribedTopics)) {
    if (!set.has(topic)) continue;
    await transport.call({ ...caller, method: "DELETE", path, body: { event_type: topic } }, () => undefined);
  }
}

function addressesOf(transport: ApiTransport, caller: Caller): Promise<ReadonlyMap<string, string>> {
  return transport.call({ ...caller, method: "GET", path }, (data) => {
    const result = webhooksSchema.safeParse(data);
    if (!result.success) throw failure("invalid_response", `GET ${path}`);
    return new Map((result.data.webhooks ?? []).map(({ event_type, address }) => [event_type, address ?? ""]));
  });
}
