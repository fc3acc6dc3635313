import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createWorld } from "#server/testing/memory-world.ts";
import { receiveWebhook } from "./receive-webhook.ts";

const event = {
  notificationId: "7380000000000000001",
  type: 1,
  shopId: "7494049642642441621",
  platformUserId: "canary-user",
  timestamp: 1_718_305_585,
  effect: "reread_order",
  objectId: "576653688135258178",
} as const;
const rawBody = Buffer.from('{"canary":"body"}');
const delivery = { platform: "tiktokshop", rawBody, authorization: "canary-signature" } as const;

function world(outcome: "stored" | "duplicate" | "conflict" = "stored") {
  const { ports, connector, logged } = createWorld();
  const saved: unknown[] = [];
  connector.webhook = event;
  ports.inbox.saveDelivery = async (...given) => {
    saved.push(given);
    return outcome;
  };
  return { ports, connector, logged, saved };
}

describe("a delivery", () => {
  it("is stored as what it says, with the hash of its bytes: the same id with other bytes is another one", async () => {
    const { ports, saved } = world();

    expect(await receiveWebhook(ports, delivery)).toBe("stored");

    expect(saved).toEqual([["tiktokshop", event, createHash("sha256").update(rawBody).digest("hex")]]);
  });

  it.each([
    ["stored", "info"],
    ["duplicate", "info"],
    ["conflict", "warn"],
  ] as const)(
    "that is %s is on record as such, at %s, without its body, its signature or its user",
    async (outcome, level) => {
      const { ports, logged } = world(outcome);

      expect(await receiveWebhook(ports, delivery)).toBe("stored");

      const [line = "", ...others] = logged;
      expect(JSON.parse(line)).toEqual({
        level,
        time: expect.any(String),
        service: "web-cdp",
        event: `webhook.${outcome}`,
        platform: "tiktokshop",
        notificationId: event.notificationId,
        type: 1,
        effect: "reread_order",
      });
      expect(others).toEqual([]);
    },
  );

  it.each([
    ["that the platform did not sign", true],
    ["of a platform that is not configured", false],
  ])("%s is refused, and nothing of it stored", async (_, isConfigured) => {
    const { ports, connector, saved } = world();
    connector.webhook = null;

    const connectors = isConfigured ? ports.connectors : {};

    expect(await receiveWebhook({ ...ports, connectors }, delivery)).toBe("refused");
    expect(saved).toEqual([]);
  });
});
