import fc from "fast-check";
import { expect, test } from "vitest";
import { SecondsById } from "./seconds-by-id.ts";

const digits = fc.bigInt({ min: 1n, max: 9_999_999_999_999_999_999n }).map(String);
const closeTogether = fc.integer({ min: 0, max: 5_000 }).map((index) => `576${String(index).padStart(15, "0")}`);
const anyId = fc.oneof(digits, closeTogether, fc.constantFrom("0", "007", "7", "", "o-1", "12345678901234567890"));
const anySeconds = fc.option(fc.integer(), { nil: null });

test("it answers what a map of strings answers, whatever is put in", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyId, anySeconds), { maxLength: 3_000 }), (entries) => {
      const [table, map] = [new SecondsById(), new Map(entries)];
      for (const [id, seconds] of entries) table.set(id, seconds);

      expect(table.size).toBe(map.size);
      for (const [id, seconds] of map) expect([table.has(id), table.get(id)]).toEqual([true, seconds]);
      const known = [...map.values()].filter((seconds) => seconds !== null);
      expect([...table.seconds()].sort(byNumber)).toEqual(known.sort(byNumber));
    }),
  );
});

test("an id that was not put in is not there", () => {
  const table = new SecondsById();
  for (let index = 0; index < 20_000; index += 2) table.set(String(576_000_000_000_000_000n + BigInt(index)), index);

  const odd = Array.from({ length: 10_000 }, (_, index) => String(576_000_000_000_000_001n + BigInt(index * 2)));

  expect(table.size).toBe(10_000);
  expect(odd.filter((id) => table.has(id) || table.get(id) !== null)).toEqual([]);
});

test.each([
  ["7", "007"],
  ["1000000000", "2000000000"],
  ["9223372036854775807", "9223372036854775806"],
  ["9999999999999999999", "999999999"],
])("%s and %s are two ids", (one, other) => {
  const table = new SecondsById();
  table.set(one, 1);

  expect(table.has(other)).toBe(false);
});

function byNumber(left: number, right: number): number {
  return left - right;
}
