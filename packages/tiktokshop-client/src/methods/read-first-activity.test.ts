import fc from "fast-check";
import { expect, test } from "vitest";
import { settingsFrom } from "../options.ts";
import { createApiTransport } from "../request/api-transport.ts";
import { readFirstActivity } from "./read-first-activity.ts";

const asOf = 1_795_392_000;
const since2021 = Date.UTC(2021, 0, 1) / 1_000;
const day = 86_400;

/** A creator's list as the platform keeps it: newest first, unsortable, a hundred a page; maybe refusing wide windows. */
function creatorWith(times: readonly number[], widest = Number.POSITIVE_INFINITY) {
  const newestFirst = times.toSorted((left, right) => right - left);
  let calls = 0;
  const transport = createApiTransport(
    settingsFrom({
      appKey: "key",
      appSecret: "secret",
      serviceId: "1",
      fetch: async (_, init) => {
        calls++;
        const { create_time_ge: from, create_time_lt: to } = JSON.parse(String(init?.body));
        if (to - from > widest)
          return Response.json({ code: 36009004, message: "Invalid range.", data: null }, { status: 400 });
        const rows = newestFirst.filter((time) => time >= from && time < to).map((create_time) => ({ create_time }));
        const data = { orders: rows.slice(0, 100), next_page_token: rows.length > 100 ? "more" : "" };
        return Response.json({ code: 0, message: "Success", data });
      },
    }),
  );
  const read = () => readFirstActivity(transport, { account: "creator", accessToken: "t", shop: null, asOf });
  return { read, calls: () => calls };
}

const histories = fc.array(fc.integer({ min: since2021, max: asOf - 1 }), { minLength: 1, maxLength: 600 });

test("the first commission is found, never early, at most a day late, in two dozen calls", async () => {
  await fc.assert(
    fc.asyncProperty(histories, async (times) => {
      const { read, calls } = creatorWith(times);
      const first = (await read()) ?? 0;
      const truth = Math.min(...times);

      expect(first).toBeGreaterThanOrEqual(truth);
      expect(first - truth).toBeLessThanOrEqual(day);
      expect(calls()).toBeLessThanOrEqual(24);
    }),
    { numRuns: 50 },
  );
});

test("a platform that refuses wide windows is asked for quarters, and gives the same answer", async () => {
  await fc.assert(
    fc.asyncProperty(histories, async (times) => {
      const { read, calls } = creatorWith(times, 90 * day);
      const first = (await read()) ?? 0;
      const truth = Math.min(...times);

      expect(first).toBeGreaterThanOrEqual(truth);
      expect(first - truth).toBeLessThanOrEqual(day);
      expect(calls()).toBeLessThanOrEqual(48);
    }),
    { numRuns: 30 },
  );
});

test("a creator of few commissions is answered by one call, one of none by null", async () => {
  const few = creatorWith([asOf - 5 * day, asOf - 400 * day]);

  expect(await few.read()).toBe(asOf - 400 * day);
  expect(few.calls()).toBe(1);
  expect(await creatorWith([]).read()).toBeNull();
});

test("a thousand commissions in one second do not lead astray", async () => {
  const crowd = creatorWith(Array.from({ length: 1_000 }, () => asOf - 30 * day));

  expect(await crowd.read()).toBe(asOf - 30 * day);
  expect(crowd.calls()).toBeLessThanOrEqual(24);
});
