import type { ImportPage } from "@lendfriend/connector";
import { describe, expect, it } from "vitest";
import { placeOf } from "./read-page.ts";

const start = { cursor: null, pagesDone: 0, rowsCounted: 0, rowsTotal: null, byUpdate: false };

describe("placeOf", () => {
  it("goes on while the platform hands out tokens, and ends without doubt when the count is met", () => {
    expect(placeOf(page({ rows: 2, next: "b", total: 4 }), start, new Set())).toEqual({ nextCursor: "b", doubt: null });
    const last = { ...start, cursor: "b", pagesDone: 1, rowsCounted: 2, rowsTotal: 4 };
    expect(placeOf(page({ rows: 2, next: null }), last, new Set())).toEqual({ nextCursor: null, doubt: null });
  });

  it("takes an empty token for the end", () => {
    expect(placeOf(page({ rows: 1, next: "" }), start, new Set())).toEqual({ nextCursor: null, doubt: null });
  });

  it("doubts a list that is shorter than the platform's own count", () => {
    expect(placeOf(page({ rows: 2, next: null, total: 3 }), start, new Set()).doubt).toBe("short_list");
  });

  it("holds a list to the largest count it was told, however small a later one is", () => {
    const last = { ...start, cursor: "b", pagesDone: 1, rowsCounted: 2, rowsTotal: 8 };
    expect(placeOf(page({ rows: 2, next: null, total: 4 }), last, new Set()).doubt).toBe("short_list");
  });

  it("a list of changes that shrank between pages is not called whole", () => {
    const last = { ...start, byUpdate: true, cursor: "b", pagesDone: 1, rowsCounted: 2, rowsTotal: 5 };
    expect(placeOf(page({ rows: 2, next: null, total: 4 }), last, new Set()).doubt).toBe("short_list");
    // Rows that left it after they had been read are missed by nobody.
    expect(placeOf(page({ rows: 3, next: null, total: 4 }), last, new Set()).doubt).toBeNull();
  });

  it("doubts a count that is smaller than what came, where rows are counted one by one", () => {
    const told = page({ rows: 2, next: null, total: 1 });
    expect(placeOf({ ...told, counted: 2 }, start, new Set()).doubt).toBe("long_list");
    expect(placeOf(told, start, new Set()).doubt).toBeNull();
  });

  it("never follows a token that leads back", () => {
    const window = { ...start, cursor: "b", rowsCounted: 100 };
    expect(placeOf(page({ rows: 2, next: "b" }), window, new Set())).toEqual({
      nextCursor: null,
      doubt: "repeated_cursor",
    });
    expect(placeOf(page({ rows: 2, next: "a" }), window, new Set(["a"])).doubt).toBe("repeated_cursor");
  });

  it("ends at an empty page that says there is more, without doubt only when everything has already come", () => {
    expect(placeOf(page({ rows: 0, next: "c" }), start, new Set()).doubt).toBe("empty_pages");
    expect(placeOf(page({ rows: 0, next: "c", total: 7 }), { ...start, rowsCounted: 7 }, new Set()).doubt).toBeNull();
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
