import { describe, expect, test } from "vitest";
import type { z } from "zod";
import {
  amount,
  currency,
  flag,
  id,
  idOrNull,
  isTrue,
  optionalAmount,
  optionalPositiveAmount,
  optionalTime,
  positiveAmount,
  printedMoney,
  text,
  textOrNull,
  time,
  timeOrNull,
  word,
} from "./fields.ts";

const noDecimals = [
  "1,5",
  "1e3",
  "+1",
  ".5",
  "5.",
  " 5",
  "5 ",
  "5\n",
  "x5",
  "0x1",
  "NaN",
  "0.0000001",
  "123456789012345",
  5,
];
const decimals = ["0", "5.86", "12345678901234", "0.123456", "0.1234560000"];
const noSeconds = [100_000_000_000, 1.5, "1", true];

const kinds: Readonly<
  Record<string, { kind: z.ZodType; good: readonly unknown[]; bad: readonly unknown[]; words: string }>
> = {
  id: {
    kind: id,
    good: ["1", "~!aZ", "x".repeat(64)],
    bad: ["", "x".repeat(65), "a b", "a\n", "é", "\x7f"],
    words: "not an id",
  },
  currency: {
    kind: currency,
    good: ["USD"],
    bad: ["usd", "US", "USDT", "xUSD", "USD\n", ""],
    words: "not a currency code",
  },
  time: {
    kind: time,
    good: [1, 99_999_999_999],
    bad: [0, -1, null, undefined, ...noSeconds],
    words: "not unix seconds",
  },
  amount: {
    kind: amount,
    good: [...decimals, ...decimals.map((text) => `-${text}`)],
    bad: ["", "-", "--5", "5-", null, undefined, ...noDecimals],
    words: "not a plain decimal",
  },
  optionalAmount: {
    kind: optionalAmount,
    good: ["", null, undefined, ...decimals, ...decimals.map((text) => `-${text}`)],
    bad: ["-", "--5", ...noDecimals],
    words: "not a plain decimal",
  },
};

const otherKinds: Readonly<Record<string, { kind: z.ZodType; good: readonly unknown[]; bad: readonly unknown[] }>> = {
  word: { kind: word, good: ["a", "x".repeat(100)], bad: ["", "x".repeat(101), null, undefined] },
  text: { kind: text, good: ["", "x".repeat(2_000), null, undefined], bad: ["x".repeat(2_001), 1] },
  optionalTime: {
    kind: optionalTime,
    good: [0, 1, 99_999_999_999, null, undefined],
    bad: [-1, ...noSeconds],
  },
  positiveAmount: {
    kind: positiveAmount,
    good: decimals,
    bad: ["", "-1", null, undefined, ...noDecimals],
  },
  optionalPositiveAmount: {
    kind: optionalPositiveAmount,
    good: ["", null, undefined, ...decimals],
    bad: ["-1", "-", ...noDecimals],
  },
  flag: { kind: flag, good: [true, false, "true", "false", "", null, undefined], bad: ["TRUE", "yes", 1] },
  printedMoney: {
    kind: printedMoney,
    good: [{}, null, undefined, { amount: "x".repeat(60), currency: "x".repeat(10) }, { amount: null, currency: null }],
    bad: [{ amount: "x".repeat(61) }, { currency: "x".repeat(11) }, { amount: 1 }, ""],
  },
};

describe("a field of the wire keeps to its kind, up to the edges", () => {
  test.each(Object.entries({ ...kinds, ...otherKinds }))("%s", (_, { kind, good, bad }) => {
    expect(good.filter((value) => !kind.safeParse(value).success)).toEqual([]);
    expect(bad.filter((value) => kind.safeParse(value).success)).toEqual([]);
  });

  test.each(Object.entries(kinds))("%s is refused in words that quote no value", (_, { kind, bad, words }) => {
    for (const value of bad) {
      const messages = kind.safeParse(value).error?.issues.map(({ message }) => message) ?? [];
      if (typeof value === "string") expect(messages).toEqual([words]);
    }
  });

  test.each([
    [word, "", "empty"],
    [word, "x".repeat(101), "too long"],
    [text, "x".repeat(2_001), "too long"],
    [optionalTime, -1, "negative"],
    [optionalTime, 1.5, "not unix seconds"],
    [optionalTime, 100_000_000_000, "not unix seconds"],
    [time, 0, "not unix seconds"],
    [time, 100_000_000_000, "not unix seconds"],
    [time, "1", "not unix seconds"],
    [amount, 5, "not a plain decimal"],
    [optionalAmount, 5, "not a plain decimal"],
    [positiveAmount, 5, "not a plain decimal"],
    [positiveAmount, "-1", "not a plain decimal, or negative"],
    [optionalPositiveAmount, 5, "not a plain decimal"],
    [optionalPositiveAmount, "-1", "not a plain decimal, or negative"],
    [flag, "yes", "not a flag"],
    [printedMoney, { amount: "x".repeat(61) }, "too long"],
    [printedMoney, { currency: "x".repeat(11) }, "too long"],
  ])("the words for one that is refused (%#)", (kind, value, words) => {
    expect(kind.safeParse(value).error?.issues.map(({ message }) => message)).toEqual([words]);
  });
});

test("a flag is true as a boolean or as text, and nothing else is", () => {
  expect([true, "true"].every((value) => isTrue(flag.parse(value)))).toBe(true);
  expect([false, "false", "", null, undefined].some((value) => isTrue(flag.parse(value)))).toBe(false);
});

test("empty text, absence, and an id or a time of zero are the same nothing", () => {
  expect(["", null, undefined, "0", "a"].map(textOrNull)).toEqual([null, null, null, "0", "a"]);
  expect(["", null, undefined, "0", "00", "a"].map(idOrNull)).toEqual([null, null, null, null, "00", "a"]);
  expect([0, null, undefined, 1].map(timeOrNull)).toEqual([null, null, null, 1]);
});

test("text for people is one line, and turns nothing around it (J16)", () => {
  expect(text.parse("Steady\u202e sdooG\u2069\u2028\n\u0000")).toBe("Steady sdooG");
  expect(text.parse("ร้าน\u200bค้า 👩‍🌾 <img onerror=1>")).toBe("ร้าน\u200bค้า 👩‍🌾 <img onerror=1>");
});
