import { expect, test } from "vitest";
import { gather, type Page, paginate } from "./paginate.ts";

function pagesOf(script: Readonly<Record<string, Page<number>>>) {
  const asked: (string | null)[] = [];
  const readPage = async (cursor: string | null) => {
    asked.push(cursor);
    const page = script[cursor ?? "first"];
    if (!page) throw new Error(`no page for ${cursor}`);
    return page;
  };
  return { asked, readPage };
}

test("every row arrives once, in order", async () => {
  const { asked, readPage } = pagesOf({
    first: { rows: [1, 2], nextCursor: "a", total: 3 },
    a: { rows: [3], nextCursor: null, total: 3 },
  });

  expect(await gather(paginate(readPage))).toEqual([1, 2, 3]);
  expect(asked).toEqual([null, "a"]);
});

test("a page is not asked for before it is wanted", async () => {
  const { asked, readPage } = pagesOf({
    first: { rows: [1], nextCursor: "a", total: null },
    a: { rows: [2], nextCursor: null, total: null },
  });

  await paginate(readPage).next();

  expect(asked).toEqual([null]);
});

test("an empty page with a token is followed, not taken for the end", async () => {
  const { readPage } = pagesOf({
    first: { rows: [], nextCursor: "a", total: 1 },
    a: { rows: [9], nextCursor: null, total: 1 },
  });

  expect(await gather(paginate(readPage))).toEqual([9]);
});

test("a repeated page token ends in an error, never in a loop", async () => {
  const { readPage } = pagesOf({
    first: { rows: [1], nextCursor: "a", total: null },
    a: { rows: [2], nextCursor: "a", total: null },
  });

  await expect(gather(paginate(readPage))).rejects.toMatchObject({ code: "invalid_response" });
});
