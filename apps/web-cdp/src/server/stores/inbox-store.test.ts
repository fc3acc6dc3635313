import type { WebhookEvent } from "@lendfriend/connector";
import { describe, expect, it } from "vitest";
import { createWebhookInbox } from "./inbox-store.ts";

const event: WebhookEvent = {
  notificationId: "n1",
  type: 1,
  shopId: "7000000000000000001",
  platformUserId: null,
  objectId: "576461413038785752",
  timestamp: 1_795_000_000,
  effect: "reread_order",
};

/** An inbox whose database answers when it is told to. */
function heldInbox() {
  const calls: { readonly answer: (outcome: string) => void; readonly fail: () => void }[] = [];
  const inbox = createWebhookInbox(async (_name, _args, answer) => {
    const given = await new Promise<string>((resolve, reject) => {
      calls.push({ answer: resolve, fail: () => reject(new Error("the database is closed")) });
    });
    return answer.parse({ outcome: given });
  });
  return { inbox, calls, save: (sha = "sha-1") => inbox.saveDelivery("tiktokshop", event, sha) };
}

describe("the inbox", () => {
  it("asks the database once for all copies that come while the first is being stored", async () => {
    const { calls, save } = heldInbox();
    const copies = Array.from({ length: 1_000 }, () => save());

    calls[0]?.answer("stored");

    expect((await Promise.all(copies)).toSorted().slice(-2)).toEqual(["duplicate", "stored"]);
    expect(calls).toHaveLength(1);
  });

  it("acknowledges no copy whose first was not stored, and tries again for the next", async () => {
    const { calls, save } = heldInbox();
    const copies = [save(), save()];

    calls[0]?.fail();
    const outcomes = await Promise.allSettled(copies);
    const later = save();
    calls[1]?.answer("stored");

    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(await later).toBe("stored");
  });

  it("tells of every copy of a delivery in conflict that it is one", async () => {
    const { calls, save } = heldInbox();
    const copies = [save(), save()];

    calls[0]?.answer("conflict");

    expect(await Promise.all(copies)).toEqual(["conflict", "conflict"]);
  });

  it("stores two bodies of one notification by themselves, and asks anew when the first is done", async () => {
    const { calls, save } = heldInbox();
    const both = [save("sha-1"), save("sha-2")];
    calls[0]?.answer("stored");
    calls[1]?.answer("conflict");
    expect(await Promise.all(both)).toEqual(["stored", "conflict"]);

    const again = save("sha-1");
    calls[2]?.answer("duplicate");

    expect(await again).toBe("duplicate");
  });
});
