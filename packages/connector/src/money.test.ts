import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimalFromUnits, divideHalfEven, MoneyError, roundUnits, sumDecimals, unitsFromDecimal } from "./money.ts";

describe("unitsFromDecimal", () => {
  test.each([
    ["0", 0n],
    ["39.08", 39_080_000n],
    ["-4.2", -4_200_000n],
    ["168000", 168_000_000_000n],
    ["9500.1", 9_500_100_000n],
    ["0.000001", 1n],
    ["-0", 0n],
    ["1.1000000", 1_100_000n],
    ["12345678901234.123456", 12_345_678_901_234_123_456n],
  ])("reads %s exactly", (text, units) => {
    expect(unitsFromDecimal(text)).toBe(units);
  });

  test.each([
    ["empty text", ""],
    ["grouping", "1,234.50"],
    ["an exponent", "1e3"],
    ["a plus sign", "+5"],
    ["a space", " 5"],
    ["NaN", "NaN"],
    ["Infinity", "Infinity"],
    ["hex", "0x10"],
    ["a bare point", ".5"],
    ["a trailing point", "5."],
    ["seven significant decimals", "0.0000001"],
    ["more whole digits than the column holds", "123456789012345"],
    ["zeros that would hide whole digits", "1234567890123400"],
  ])("refuses %s instead of guessing", (_, text) => {
    expect(() => unitsFromDecimal(text)).toThrow(MoneyError);
  });
});

test("what was refused is quoted, at most 40 characters of it, in an error of its own name", () => {
  expect(() => unitsFromDecimal("1,5")).toThrow(
    expect.objectContaining({
      name: "MoneyError",
      message: '"1,5" is not a plain decimal amount with at most 6 decimals',
    }),
  );
  expect(() => unitsFromDecimal("x".repeat(41))).toThrow(`"${"x".repeat(40)}" is not a plain decimal amount`);
});

test.each([
  [0n, "0"],
  [14_250_000_000n, "14250"],
  [-4_200_000n, "-4.2"],
  [-1n, "-0.000001"],
  [100n, "0.0001"],
  [-168_000_000_000n, "-168000"],
])("%s millionths are printed as %s", (value, text) => {
  expect(decimalFromUnits(value)).toBe(text);
});

const units = fc.bigInt({ min: -(10n ** 20n) + 1n, max: 10n ** 20n - 1n });

test("printing and reading an amount loses nothing", () => {
  fc.assert(fc.property(units, (value) => unitsFromDecimal(decimalFromUnits(value)) === value));
});

test("a sum does not depend on the order of its parts", () => {
  fc.assert(
    fc.property(fc.array(units, { maxLength: 20 }), (values) => {
      const texts = values.map(decimalFromUnits);

      const forward = sumDecimals(texts);

      expect(sumDecimals(texts.toReversed())).toBe(forward);
      expect(forward).toBe(decimalFromUnits(values.reduce((total, value) => total + value, 0n)));
    }),
  );
});

test("a million times 0.10 plus 0.20 is exact", () => {
  expect(sumDecimals([...Array.from({ length: 1_000_000 }, () => "0.10"), "0.20"])).toBe("100000.2");
});

test.each([
  [5n, 2n, 2n],
  [7n, 2n, 4n],
  [-5n, 2n, -2n],
  [-7n, 2n, -4n],
  [5n, -2n, -2n],
  [10n, 3n, 3n],
  [11n, 3n, 4n],
  [1n, 2n, 0n],
  [3n, 2n, 2n],
  [-1n, 3n, 0n],
  [0n, 5n, 0n],
  [-6n, -2n, 3n],
])("%s ÷ %s rounds half to even: %s", (dividend, divisor, quotient) => {
  expect(divideHalfEven(dividend, divisor)).toBe(quotient);
});

test("a division by zero is refused", () => {
  expect(() => divideHalfEven(1n, 0n)).toThrow(new MoneyError("division by zero"));
});

test("rounding to cents keeps 13,000 ÷ 3 at 4333.33", () => {
  expect(decimalFromUnits(roundUnits(divideHalfEven(unitsFromDecimal("13000"), 3n), 2))).toBe("4333.33");
});
