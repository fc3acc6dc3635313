import type { ImportStage } from "@lendfriend/connector";
import { describe, expect, it } from "vitest";
import type { StageOutcome } from "#server/stores/pg/outcomes.ts";
import { stageStatuses } from "./stage-status.ts";

const statements = stage("statements", null);
const settlements = stage("settlements", "statements");

describe("stageStatuses", () => {
  it("tells the shops of an account apart", () => {
    const outcomes = [outcome("s1", { unsupported: 1 }), outcome("s2", { done: 1, rows: 3 })];

    expect(stageStatuses([statements], ["s1", "s2"], outcomes)).toEqual([
      { stage: "statements", shopId: "s1", status: "unsupported" },
      { stage: "statements", shopId: "s2", status: "read" },
    ]);
  });

  it.each([
    ["withheld", { withheld: 1 }],
    ["unsupported", { unsupported: 1 }],
    ["failed", { failed: 2 }],
    ["failed", { shopInactive: 1 }],
  ] as const)("calls a stage %s when that is all that came of it", (status, facts) => {
    expect(stageStatuses([statements], ["s1"], [outcome("s1", facts)])).toMatchObject([{ status }]);
  });

  it.each([
    ["failed", { failed: 1 }],
    ["was refused as not offered", { unsupported: 1 }],
    ["was refused for want of a permission", { withheld: 1 }],
    ["was refused because the shop is not active", { shopInactive: 1 }],
  ])("does not call a list read of which a part %s", (_what, facts) => {
    const [status] = stageStatuses([statements], ["s1"], [outcome("s1", { done: 3, ...facts })]);

    expect(status?.status).toBe("failed");
  });

  it.each([{ unsupported: 1 }, { withheld: 1 }])(
    "does not call a list withheld or missing that was refused after its first page: %o",
    (facts) => {
      const [status] = stageStatuses([statements], ["s1"], [outcome("s1", { rows: 50, ...facts })]);

      expect(status?.status).toBe("failed");
    },
  );

  it("does not call a list read of whose parent a part failed", () => {
    const parent = outcome("s1", { done: 1, failed: 1 });
    const child = { ...outcome("s1", { done: 4 }), stage: "settlements" };

    expect(stageStatuses([statements, settlements], ["s1"], [parent, child])[1]?.status).toBe("failed");
  });

  it("lets a stage share the fate of the one that it hangs on", () => {
    const withheld = stageStatuses([statements, settlements], ["s1"], [outcome("s1", { withheld: 1 })]);
    const empty = stageStatuses([statements, settlements], ["s1"], [outcome("s1", { done: 1 })]);

    expect(withheld[1]).toEqual({ stage: "settlements", shopId: "s1", status: "withheld" });
    expect(empty[1]).toEqual({ stage: "settlements", shopId: "s1", status: "read" });
  });
});

function stage(name: string, parent: string | null): ImportStage {
  return { stage: name, account: "seller", perShop: true, scope: "s", asked: true, required: false, parent };
}

function outcome(shopId: string, facts: Partial<StageOutcome>): StageOutcome {
  const none = { done: 0, withheld: 0, unsupported: 0, notFound: 0, shopInactive: 0, failed: 0, rows: 0, setAside: 0 };
  return { stage: "statements", shopId, ...none, doubts: [], ...facts };
}
