import { ConnectorError, gather, type ImportPage, paginate } from "@lendfriend/connector";
import { describe, expect, test } from "vitest";
import answers from "../fixtures/answers.json" with { type: "json" };
import { settingsFrom } from "../options.ts";
import { createApiTransport } from "../request/api-transport.ts";
import { creatorCommissionsStage } from "./creator-stages.ts";
import { cursorFrom, positionFrom, windowsOf } from "./cursor.ts";
import { readStagePage, type StagePageRequest } from "./read-stage-page.ts";
import { ordersStage, productsStage } from "./seller-stages.ts";
import type { StageReader } from "./stage-reader.ts";

const day = 86_400;
const to = 1_795_392_000;
const order = answers["order.search"].response.data.orders[0];
const shop = { id: "7495880012345678901", cipher: "TTP_cipher", region: "US" };
const base: StagePageRequest = { accessToken: "t", shop, from: to - 90 * day, to, parentId: null, cursor: null };

/** What the platform answers instead of a list that is too long. */
const tooLong = { code: 12_052_180, message: "too many results", request_id: "r" };

interface Asked {
  readonly pageToken: string | null;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

/** A platform whose `data` is what the function says; remembers what it was asked. */
function platform(answer: (asked: Asked, call: number) => unknown) {
  const asked: Asked[] = [];
  const transport = createApiTransport(
    settingsFrom({
      appKey: "key",
      appSecret: "secret",
      serviceId: "1",
      sleep: async () => undefined,
      fetch: async (url, init) => {
        const query = new URL(String(url)).searchParams;
        const request = { pageToken: query.get("page_token"), query, body: JSON.parse(String(init?.body ?? "null")) };
        asked.push(request);
        const data = answer(request, asked.length);
        return Response.json(data === tooLong ? tooLong : { code: 0, message: "Success", request_id: "r", data });
      },
    }),
  );
  const readPage = (changes: Partial<StagePageRequest> = {}, reader: StageReader = ordersStage) =>
    readStagePage(transport, reader, { ...base, ...changes });
  const readAll = (changes: Partial<StagePageRequest> = {}, reader: StageReader = ordersStage) =>
    gather(paginate((cursor) => readPage({ ...changes, cursor }, reader)));
  return { asked, readPage, readAll };
}

function orders(...ids: number[]) {
  return ids.map((id) => ({ ...order, id: String(id) }));
}

test("a page asks for the window, the endpoint's largest page, and oldest first", async () => {
  const { asked, readPage } = platform(() => ({ orders: orders(1), total_count: 1, next_page_token: "" }));
  const page = await readPage();

  expect(page).toMatchObject({ nextCursor: null, total: 1, rejected: [], parentIds: [] });
  expect(asked[0]?.body).toEqual({ create_time_ge: to - 90 * day, create_time_lt: to });
  expect(Object.fromEntries(asked[0]?.query ?? [])).toMatchObject({
    page_size: "100",
    sort_field: "create_time",
    sort_order: "ASC",
    shop_cipher: "TTP_cipher",
  });
});

test("pages are followed to the end, each once", async () => {
  const { asked, readAll } = platform((_, call) => ({
    orders: orders(call),
    next_page_token: call < 3 ? `t${call}+/=` : undefined,
  }));
  const rows = await readAll();

  expect(rows.map((row) => row.kind === "order" && row.id)).toEqual(["1", "2", "3"]);
  expect(asked.map((each) => each.pageToken)).toEqual([null, "t1+/=", "t2+/="]);
});

test("a list without a window is asked for without one, and without a body", async () => {
  const { asked, readPage } = platform(() => ({}));
  await readPage({}, productsStage);

  expect(asked[0]?.body).toBeNull();
});

describe("odd ends of a list", () => {
  test.each<[string, unknown]>([
    ["no array, no count", {}],
    ["no array, count 0", { total_count: 0, next_page_token: "" }],
    ["an empty array", { orders: [], next_page_token: "" }],
    ["null for both", { orders: null, next_page_token: null, total_count: null }],
  ])("%s is an empty list", async (_, data) => {
    expect(await platform(() => data).readAll()).toEqual([]);
  });

  test("an empty page that promises more is asked again once, and then is the end", async () => {
    const { asked, readAll } = platform(({ pageToken }) =>
      pageToken === null ? { orders: orders(1), next_page_token: "a" } : { orders: [], next_page_token: "b" },
    );

    expect(await readAll()).toHaveLength(1);
    expect(asked.map((each) => each.pageToken)).toEqual([null, "a", "a"]);
  });

  test("a page that was empty by mistake loses no row", async () => {
    const { readAll } = platform(({ pageToken }, call) => {
      if (call === 1) return { orders: [], next_page_token: "a" };
      return pageToken === null ? { orders: orders(1), next_page_token: "a" } : { orders: orders(2) };
    });

    expect(await readAll()).toHaveLength(2);
  });

  test("a token that is repeated by mistake is asked for again", async () => {
    const { readAll } = platform(({ pageToken }, call) => {
      if (pageToken === null) return { orders: orders(1), next_page_token: "a" };
      return { orders: orders(2), next_page_token: call === 2 ? "a" : "" };
    });

    expect(await readAll()).toHaveLength(2);
  });

  test("a token that stays repeated is an error, not a loop", async () => {
    const { asked, readAll } = platform(() => ({ orders: orders(1), next_page_token: "a" }));

    await expect(readAll()).rejects.toMatchObject({ code: "invalid_response" });
    expect(asked.length).toBeLessThanOrEqual(7);
  });

  test("tokens that go round in a circle are an error, not a loop", async () => {
    const { asked, readAll } = platform(({ pageToken }) => ({
      orders: orders(1),
      next_page_token: pageToken === "a" ? "b" : "a",
    }));

    await expect(readAll()).rejects.toMatchObject({ code: "invalid_response" });
    expect(asked.length).toBeLessThanOrEqual(4);
  });

  test("rows that are counted and not sent are an error, not an empty shop", async () => {
    await expect(platform(() => ({ total_count: 143 })).readAll()).rejects.toMatchObject({ code: "invalid_response" });
  });

  test.each<[string, unknown]>([
    ["no data", null],
    ["a list", []],
    ["rows that are no list", { orders: {} }],
    ["a numeric token", { orders: [], next_page_token: 7 }],
  ])("%s is an error", async (_, data) => {
    await expect(platform(() => data).readPage()).rejects.toBeInstanceOf(ConnectorError);
  });
});

describe("windows wider than the endpoint takes", () => {
  test("are read one after the other, without gap or overlap", async () => {
    const { asked, readAll } = platform(() => ({ orders: [] }));
    await readAll({ shop: null, from: to - 200 * day }, creatorCommissionsStage);

    expect(asked.map((each) => each.body)).toEqual([
      { create_time_ge: to - 200 * day, create_time_lt: to - 110 * day },
      { create_time_ge: to - 110 * day, create_time_lt: to - 20 * day },
      { create_time_ge: to - 20 * day, create_time_lt: to },
    ]);
  });

  test("have pages of their own, and a creator's call carries no cipher", async () => {
    const creatorOrder = answers["affiliate_creator.orders"].response.data.orders[0];
    const { asked, readAll } = platform(({ pageToken }) =>
      pageToken === null ? { orders: [creatorOrder], next_page_token: "a" } : { orders: [creatorOrder] },
    );
    const rows = await readAll({ shop: null, from: to - 91 * day }, creatorCommissionsStage);

    expect(rows).toHaveLength(4);
    expect(asked.map((each) => each.pageToken)).toEqual([null, "a", null, "a"]);
    expect(asked.every((each) => !each.query.has("shop_cipher"))).toBe(true);
  });

  test("cover exactly what was asked", () => {
    expect(windowsOf(0, 90, 90)).toEqual([[0, 90]]);
    expect(windowsOf(0, 91, 90)).toEqual([
      [0, 90],
      [90, 91],
    ]);
    expect(windowsOf(5, 5, 90)).toEqual([[5, 5]]);
  });
});

describe("a shop with more listings than the platform gives out at once", () => {
  const dense = Array.from({ length: 12_000 }, (_, index) => to - 400 * day + index);
  const sparse = Array.from({ length: 9_000 }, (_, index) => 1_600_000_000 + index * 20_000);
  const times = [...sparse, ...dense].sort((left, right) => right - left);

  test.each<[string, (found: number, offset: number) => boolean]>([
    ["refuses to list them", (found) => found > 10_000],
    ["refuses what lies beyond 10,000", (_, offset) => offset >= 10_000],
    ["stops at 10,000", () => false],
  ])("is read by time of creation, each listing once, where the platform %s", async (_, isRefused) => {
    const { asked, pages } = await read((range, offset) => {
      const found = times.flatMap((time, id) => (time >= range.from && time <= range.until ? [{ id, time }] : []));
      return isRefused(found.length, offset) ? tooLong : pageOf(found.slice(0, 10_000), offset, found.length);
    });
    const ids = pages.flatMap(({ rows }) => rows.map((row) => row.kind === "product" && row.id));

    expect(new Set(ids).size).toBe(times.length);
    expect(ids).toHaveLength(times.length);
    expect(pages.at(-1)).toMatchObject({ nextCursor: null, total: times.length });
    expect(pages.slice(0, -1).every(({ rows }) => rows.length > 0)).toBe(true);
    expect(asked.length).toBeLessThan((times.length / 100) * 1.3);
  });

  test("has a total that tells when the platform sends less than it counts", async () => {
    const { pages } = await read((range, offset) => {
      const found = times.flatMap((time, id) => (time >= range.from && time <= range.until ? [{ id, time }] : []));
      const sent = found.filter(({ id }) => id !== 17);
      return found.length > 10_000 ? tooLong : pageOf(sent, offset, found.length);
    });

    expect(pages.reduce((sum, { counted = 0 }) => sum + counted, 0)).toBe(times.length - 1);
    expect(pages.at(-1)?.total).toBe(times.length);
  });

  test("has no total once the platform has left a part uncounted", async () => {
    const { pages } = await read((range, offset) => {
      const found = times.flatMap((time, id) => (time >= range.from && time <= range.until ? [{ id, time }] : []));
      if (found.length > 10_000) return tooLong;
      const page = pageOf(found, offset, found.length);
      return range.from < 1_600_000_000 ? { ...page, total_count: null } : page;
    });

    expect(pages.length).toBeGreaterThan(200);
    expect(pages.map(({ total }) => total).filter((total) => total !== null)).toEqual([]);
  });

  test("that makes no difference of the time is an error, not a loop", async () => {
    const found = times.map((time, id) => ({ id, time }));
    const { asked, readPage } = platform(({ body }) => (body === null ? tooLong : pageOf(found, 0, found.length)));

    await expect(readPage({}, productsStage)).rejects.toMatchObject({ code: "invalid_response" });
    expect(asked.length).toBeLessThan(10);
  });

  test("and made all of them in one second is refused as the platform refuses it", async () => {
    const second = to - day;
    const { asked, readPage } = platform(({ body }) => {
      const { from, until } = rangeOf(body);
      return from <= second && second <= until ? tooLong : {};
    });

    await expect(readPage({}, productsStage)).rejects.toMatchObject({ code: "invalid_request" });
    expect(asked.length).toBeLessThan(130);
  });

  function rangeOf(body: unknown): { readonly from: number; readonly until: number } {
    const { create_time_ge: from = 0, create_time_le: until = Number.MAX_SAFE_INTEGER } = Object(body);
    return { from, until };
  }

  function pageOf(found: readonly { id: number; time: number }[], offset: number, total: number) {
    const products = found
      .slice(offset, offset + 100)
      .map(({ id, time }) => ({ id: `${id}`, title: "", status: "ACTIVATE", create_time: time }));
    return { products, total_count: total, next_page_token: offset + 100 < found.length ? `${offset + 100}` : "" };
  }

  async function read(answer: (range: ReturnType<typeof rangeOf>, offset: number) => unknown) {
    const { asked, readPage } = platform(({ body, pageToken }) => answer(rangeOf(body), Number(pageToken ?? 0)));
    const pages: ImportPage[] = [];
    for (let cursor: string | null = null, isOver = false; !isOver; ) {
      const page = await readPage({ cursor }, productsStage);
      pages.push(page);
      cursor = page.nextCursor;
      isOver = cursor === null;
    }
    return { asked, pages };
  }
});

test.each(["b2Zmc2V0PTEw", "1-2:", "1-2+3", "99999:a"])("the cursor %j, never handed out, is refused", (cursor) => {
  expect(() => positionFrom(cursor)).toThrow(ConnectorError);
});

test.each([
  { window: 0, part: null, pageToken: "b2Zmc2V0PTEw" },
  { window: 3, part: null, pageToken: null },
  { window: 0, part: { from: 0, to: 895_000_000, before: 0 }, pageToken: "a:b+c" },
  { window: 0, part: { from: 895_000_000, to, before: null }, pageToken: null },
])("the cursor of %j leads back to it", (position) => {
  expect(positionFrom(cursorFrom(position))).toEqual(position);
});
