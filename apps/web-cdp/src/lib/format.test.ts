import { describe, expect, it } from "vitest";
import {
  chooseLocale,
  formatCount,
  formatDate,
  formatDateTime,
  formatDecimal,
  formatDelta,
  formatMoney,
  formatMoneyCompact,
  formatPercent,
  formatPointsExact,
  formatRegion,
  formatRelative,
  formatScore,
  formatWallet,
  formatWeekday,
  formatWord,
} from "./format.ts";

it.each([
  ["en-US", "Monday", "Sunday"],
  ["id-ID", "Senin", "Minggu"],
  ["vi-VN", "Thứ Hai", "Chủ Nhật"],
  ["th-TH", "วันจันทร์", "วันอาทิตย์"],
  ["de-DE", "Montag", "Sonntag"],
] as const)("names the days of the week in %s from %s to %s", (locale, first, last) => {
  expect([formatWeekday(locale, 1), formatWeekday(locale, 7)]).toEqual([first, last]);
});

it("keeps every decimal of a decimal text", () => {
  expect(formatDecimal("en-US", "15873.015873015873")).toBe("15,873.015873015873");
  expect(formatDecimal("de-DE", "0.8")).toBe("0,8");
  expect(formatDecimal("en-US", "x")).toBe("–");
});

describe("money", () => {
  it.each([
    ["15000", "USD", "$15,000"],
    ["4333.333333", "USD", "$4,333.33"],
    ["0", "USD", "$0"],
    ["-42.5", "USD", "-$42.50"],
    ["168000", "IDR", "IDR 168,000"],
    ["168000.4", "IDR", "IDR 168,000"],
    ["250000", "VND", "₫250,000"],
    ["12.5", "GBP", "£12.50"],
  ])("prints %s %s as %s", (amount, currency, text) => {
    expect(formatMoney("en-US", amount, currency).replaceAll("\u00a0", " ")).toBe(text);
  });

  it("keeps every digit of an amount that a float would round", () => {
    expect(formatMoney("en-US", "90071992547409931.07", "USD")).toBe("$90,071,992,547,409,931.07");
  });

  it.each([[null], ["NaN"], ["1e9"], [""], ["abc"]])("shows a dash for %s, never a guess", (amount) => {
    expect(formatMoney("en-US", amount, "USD")).toBe("–");
  });

  it("prints an unknown currency as a number and its code", () => {
    expect(formatMoney("en-US", "12.5", "MIXED")).toBe("12.5 MIXED");
  });

  it("follows the locale that was passed and no other", () => {
    expect(formatMoney("en-GB", "1234.5", "USD")).toBe("US$1,234.50");
    expect(formatMoneyCompact("en-US", 15_000, "USD")).toBe("$15K");
  });
});

describe("numbers", () => {
  it("prints rates, counts, points and changes", () => {
    expect(formatPercent("en-US", 0.0512)).toBe("5.1%");
    expect(formatCount("en-US", 48_273)).toBe("48,273");
    expect(formatPointsExact("en-US", 7.5)).toBe("7.500");
    expect(formatDelta("en-US", 1.44)).toBe("+1.4");
    expect(formatDelta("en-US", -2)).toBe("−2.0");
    expect(formatDelta("en-US", 0)).toBe("0.0");
  });
});

describe("scores", () => {
  it.each([
    [54.961, "54.9"],
    [74.999, "74.9"],
    [75, "75.0"],
    [67.7, "67.7"],
    [0.3, "0.3"],
    [100, "100.0"],
  ])("never lifts %s into the next tier: %s", (score, text) => {
    expect(formatScore("en-US", score)).toBe(text);
  });
});

describe("dates", () => {
  it("reads in UTC whatever the machine's zone", () => {
    expect(formatDate("en-US", "2026-11-23T23:59:59Z")).toBe("Nov 23, 2026");
    expect(formatDate("en-GB", "2026-11-23T23:59:59Z")).toBe("23 Nov 2026");
    expect(formatDateTime("en-US", "2026-11-23T01:15:00Z")).toBe("Nov 23, 2026, 1:15 AM UTC");
  });

  it("takes unix seconds as well as ISO text", () => {
    expect(formatDate("en-US", 1_795_392_000)).toBe("Nov 23, 2026");
  });

  it.each([[null], ["not a date"]])("shows a dash for %s", (when) => {
    expect(formatDate("en-US", when)).toBe("–");
  });

  it.each([
    ["2026-11-23T11:59:40Z", "now"],
    ["2026-11-23T11:55:00Z", "5 minutes ago"],
    ["2026-11-23T09:00:00Z", "3 hours ago"],
    ["2026-11-21T12:00:00Z", "2 days ago"],
    ["2026-12-07T12:00:00Z", "in 2 weeks"],
  ])("counts %s from the passed now as %s", (when, text) => {
    expect(formatRelative("en-US", when, "2026-11-23T12:00:00Z")).toBe(text);
  });
});

describe("names", () => {
  it("shortens a wallet, names a market, and calms a platform's word", () => {
    expect(formatWallet("0x1234567890abcdef1234567890abcdef12345678")).toBe("0x1234…5678");
    expect(formatRegion("en-US", "GB")).toBe("United Kingdom");
    expect(formatRegion("en-US", "??")).toBe("??");
    expect(formatWord("CROSS_BORDER")).toBe("Cross border");
  });
});

describe("locale", () => {
  it("takes the cookie, then the browser's list, then US English", () => {
    expect(chooseLocale("en-GB", "en-US,en;q=0.9")).toBe("en-GB");
    expect(chooseLocale(null, "fr-FR, en-gb;q=0.8")).toBe("en-GB");
    expect(chooseLocale("xx", null)).toBe("en-US");
  });
});
