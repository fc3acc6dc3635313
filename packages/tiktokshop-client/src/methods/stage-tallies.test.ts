import { ConnectorError, type ImportPage } from "@lendfriend/connector";
import { describe, expect, test } from "vitest";
import { StageTallies } from "./stage-tallies.ts";
import type { IncomePage } from "./stream-income.ts";

const shop = { id: "7", name: "Candles", region: "US", sellerType: "LOCAL", cipher: "c" };
const rejected = (rowId: string | null) => ({ stage: "settlements", rowId, reason: "currency: missing" });

function page(stage: string, facts: Partial<ImportPage> = {}): IncomePage {
  return {
    stage,
    shop,
    page: { rows: [], rejected: [], parentIds: [], nextCursor: null, total: null, ...facts },
  };
}

function refused(stage: string, code: ConnectorError["code"], status: number | null = null): IncomePage {
  return { stage, shop, skipped: new ConnectorError(code, "refused", { status }) };
}

function talliesOf(...entries: readonly IncomePage[]): StageTallies {
  const tallies = new StageTallies();
  for (const entry of entries) tallies.add(entry);
  return tallies;
}

function statusOf(tallies: StageTallies, stage: string) {
  return tallies.outcomes("seller", ["7"]).find((outcome) => outcome.stage === stage)?.status;
}

describe("a list's status", () => {
  test.each([
    ["withheld", [refused("returns", "scope_missing")]],
    ["unsupported", [refused("returns", "not_supported")]],
    ["unsupported", [refused("returns", "invalid_request", 404)]],
    ["failed", [refused("returns", "invalid_request")]],
    ["failed", [page("returns", { nextCursor: "2" }), refused("returns", "not_supported")]],
    ["failed", [page("returns", { nextCursor: "2" }), refused("returns", "scope_missing")]],
    ["read", [page("returns", { nextCursor: "2" }), page("returns")]],
  ])("is %s by what came of it", (status, entries) => {
    expect(statusOf(talliesOf(...entries), "returns")).toBe(status);
  });

  test.each([
    ["failed", [page("statements", { nextCursor: "2" }), refused("statements", "not_supported")]],
    ["withheld", [refused("statements", "scope_missing")]],
    ["read", [page("statements")]],
  ])("is %s as its parent's, when nothing was handed out", (status, entries) => {
    expect(statusOf(talliesOf(...entries), "settlements")).toBe(status);
  });

  test("is failed when its parent's is, whatever was read of it", () => {
    const statements = [page("statements", { nextCursor: "2" }), refused("statements", "not_supported")];

    expect(statusOf(talliesOf(...statements, page("settlements")), "settlements")).toBe("failed");
  });
});

describe("what keeps a list from being called whole", () => {
  test("is summed over the lists of one stage, each held to the largest count of it", () => {
    const tallies = talliesOf(
      page("settlements", { counted: 2, total: 5, nextCursor: "2" }),
      page("settlements", { counted: 1, total: 3 }),
      page("settlements", { counted: 4, total: 4 }),
      page("settlements", { counted: 1, total: 2 }),
      page("settlements", { counted: 3, total: 2 }),
    );

    expect(tallies.provisional()).toEqual([
      "settlements of shop 7: long_list (3 of 2 rows)",
      "settlements of shop 7: short_list (4 of 7 rows)",
    ]);
  });

  test("is no list without a count, and none that is too long in another unit", () => {
    const parts = [
      { ...rejected("1"), isPart: true },
      { ...rejected("2"), isPart: true },
    ];

    expect(talliesOf(page("orders", { counted: 9 })).provisional()).toEqual([]);
    expect(talliesOf(page("commissions", { rejected: parts, total: 1 })).provisional()).toEqual([]);
  });

  test("counts each row that was set aside once, and no row of which a part is known", () => {
    const part = { ...rejected("3"), isPart: true };
    const tallies = talliesOf(
      page("settlements", { rejected: [rejected("1"), rejected("1"), part], nextCursor: "2" }),
      page("settlements", { rejected: [rejected("1"), rejected(null), rejected(null)] }),
    );

    expect(tallies.provisional()).toEqual(["settlements of shop 7: rows_set_aside (3 rows)"]);
  });

  test.each([
    ["refused_in_part", [page("returns", { nextCursor: "2" }), refused("returns", "not_supported")]],
    ["refused_in_part", [page("returns", { nextCursor: "2" }), refused("returns", "scope_missing")]],
    ["invalid_request", [page("returns", { nextCursor: "2" }), refused("returns", "invalid_request")]],
    ["invalid_request", [refused("returns", "invalid_request")]],
  ])("is %s by how it was refused", (code, entries) => {
    expect(talliesOf(...entries).provisional()).toEqual([`returns of shop 7: ${code}`]);
  });

  test.each([
    ["withheld", refused("returns", "scope_missing")],
    ["not offered", refused("returns", "not_supported")],
  ])("is nothing of one that is %s", (_name, entry) => {
    expect(talliesOf(entry).provisional()).toEqual([]);
  });
});
