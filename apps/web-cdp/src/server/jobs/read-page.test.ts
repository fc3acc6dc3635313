import type { ImportPage } from "@lendfriend/connector";
import { describe, expect, it } from "vitest";
import { placeOf } from "./read-page.ts";

const start = { cursor: null, rowsDone: 0, rowsRejected: 0, rowsTotal: null };

describe("placeOf", () => {
  it("goes on while the platform hands out tokens, and ends without doubt when the count is met", () => {
    expect(placeOf(page({ rows: 2, next: "b", total: 4 }), start, new Set())).toEqual({ nextCursor: "b", doubt: null });
    const last = { ...start, cursor: "b", rowsDone: 1, rowsRejected: 1, rowsTotal: 4 };
    expect(placeOf(page({ rows: 2, next: null }), last, new Set())).toEqual({ nextCursor: null, doubt: null });
  });

  it("takes an empty token for the end", () => {
    expect(placeOf(page({ rows: 1, next: "" }), start, new Set())).toEqual({ nextCursor: null, doubt: null });
  });

  it("doubts a list that is shorter than the platform's own count", () => {
    expect(placeOf(page({ rows: 2, next: null, total: 3 }), start, new Set()).doubt).toBe("short_list");
  });

  it("never follows a token that leads back", () => {
    const window = { ...start, cursor: "b", rowsDone: 100 };
    expect(placeOf(page({ rows: 2, next: "b" }), window, new Set())).toEqual({
      nextCursor: null,
      doubt: "repeated_cursor",
    });
    expect(placeOf(page({ rows: 2, next: "a" }), window, new Set(["a"])).doubt).toBe("repeated_cursor");
  });

  it("ends at an empty page that says there is more, without doubt only when everything has already come", () => {
    expect(placeOf(page({ rows: 0, next: "c" }), start, new Set()).doubt).toBe("empty_pages");
    expect(placeOf(page({ rows: 0, next: "c", total: 7 }), { ...start, rowsDone: 7 }, new Set()).doubt).toBeNull();
  });
});

function page(facts: { rows: number; next: string | null; total?: number }): ImportPage {
  const row = {
    kind: "product",
    id: "1",
    shopId: "s",
    title: "t",
    status: "ACTIVATE",
    createTime: 1,
    updateTime: 1,
  } as const;
  const rows = Array.from({ length: facts.rows }, () => row);
  return { rows, nextCursor: facts.next, total: facts.total ?? null, rejected: [], parentIds: [] };
}
