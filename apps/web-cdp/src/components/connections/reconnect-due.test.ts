import { describe, expect, it } from "vitest";
import type { Connection } from "#server/contract.ts";
import { reconnectDue } from "./reconnect-due.ts";

const now = "2026-11-23T00:00:00Z";

function connection(id: string, change: Partial<Connection> = {}): Connection {
  return {
    id,
    platform: "tiktokshop",
    account: "seller",
    platformUserId: id,
    displayName: id,
    shops: [],
    status: "active",
    progress: null,
    lastSyncedAt: null,
    authorizationExpiresAt: null,
    missingScopes: [],
    error: null,
    revenueData: null,
    ...change,
  };
}

describe("reconnectDue", () => {
  it.each([
    [31 * 24, null],
    [30 * 24, 30],
    [29 * 24 + 1, 30],
    [14 * 24 + 1, 30],
    [14 * 24, 14],
    [7 * 24 + 1, 14],
    [7 * 24, 7],
    [3 * 24 + 1, 7],
    [3 * 24, 3],
    [24 + 1, 3],
    [24, 1],
    [1, 1],
    [0, 0],
    [-100, 0],
  ])("speaks up %i hours before the end at threshold %s", (hours, threshold) => {
    const endsAt = new Date(Date.parse(now) + hours * 3_600_000).toISOString();

    const [due] = reconnectDue([connection("a", { authorizationExpiresAt: endsAt })], now);

    expect(due?.threshold ?? null).toBe(threshold);
  });

  it("puts what has ended first, then what ends soonest", () => {
    const due = reconnectDue(
      [
        connection("later", { authorizationExpiresAt: "2026-12-10T00:00:00Z" }),
        connection("sooner", { authorizationExpiresAt: "2026-11-25T00:00:00Z" }),
        connection("refused", { status: "needs_reconnect", authorizationExpiresAt: "2027-12-10T00:00:00Z" }),
        connection("endless"),
      ],
      now,
    );

    expect(due.map((one) => one.connection.id)).toEqual(["refused", "sooner", "later"]);
  });

  it("asks nobody to reconnect what they have disconnected", () => {
    const left = connection("left", { status: "disconnected", authorizationExpiresAt: "2026-11-24T00:00:00Z" });

    expect(reconnectDue([left], now)).toEqual([]);
  });
});
