import { describe, expect, test } from "vitest";
import { amountFromPrinted } from "./printed-amount.ts";

describe("an amount is read by the rules of its currency, or not at all", () => {
  test.each<[string, string, string | null]>([
    // Plain decimals, the platform's live form
    ["5.86", "USD", "5.86"],
    ["-4.2", "USD", "-4.2"],
    ["0", "IDR", "0"],
    ["168000", "IDR", "168000"],
    ["9500.1", "IDR", "9500.1"],
    ["12.5", "EUR", "12.5"],
    ["5.86", "PLN", "5.86"],
    // A bare group of three may be thousands where the point groups, or where the rules are unknown
    ["9.900", "IDR", null],
    ["12.000", "VND", null],
    ["1.234", "BRL", null],
    ["1.234", "EUR", null],
    ["1.234", "PLN", null],
    ["1.234", "USD", "1.234"],
    ["0.123", "EUR", "0.123"],
    ["1234.500", "EUR", "1234.500"],
    ["1.2345", "EUR", "1.2345"],
    // IDR
    ["Rp9.900", "IDR", "9900"],
    ["Rp 9.900", "IDR", "9900"],
    ["Rp.9.900", "IDR", "9900"],
    ["Rp. 9.900", "IDR", "9900"],
    ["Rp1.234.567", "IDR", "1234567"],
    ["Rp9.900,50", "IDR", "9900.50"],
    ["Rp9900", "IDR", "9900"],
    ["-Rp9.900", "IDR", "-9900"],
    ["Rp-9.900", "IDR", "-9900"],
    ["Rp9,900", "IDR", null],
    ["Rp9.9", "IDR", null],
    ["Rp1.23.456", "IDR", null],
    ["Rp1,2,3", "IDR", null],
    ["Rp1,.5", "IDR", null],
    ["1.234.567", "IDR", "1234567"],
    // VND
    ["12.000₫", "VND", "12000"],
    ["₫12.000", "VND", "12000"],
    ["12.000 đ", "VND", "12000"],
    ["12.000,5₫", "VND", null],
    // THB, PHP, MYR, SGD
    ["฿1,234.50", "THB", "1234.50"],
    ["฿1,234", "THB", "1234"],
    ["₱1,234.50", "PHP", "1234.50"],
    ["RM1,234.50", "MYR", "1234.50"],
    ["RM 12.50", "MYR", "12.50"],
    ["S$1,234.50", "SGD", "1234.50"],
    ["$12.50", "SGD", "12.50"],
    // USD, GBP
    ["$1,234.50", "USD", "1234.50"],
    ["US$1,234.50", "USD", "1234.50"],
    ["USD 1,234.50", "USD", "1234.50"],
    ["1,234.50 USD", "USD", "1234.50"],
    ["$1,234", "USD", "1234"],
    ["$12,345,678,901,234", "USD", "12345678901234"],
    ["$12345678901234", "USD", "12345678901234"],
    ["1,234", "USD", "1234"],
    ["$1.234", "USD", null],
    ["$1.234,50", "USD", null],
    ["$12,34", "USD", null],
    ["-$5.00", "USD", "-5.00"],
    ["$-5.00", "USD", "-5.00"],
    ["-$-5.00", "USD", null],
    ["£1,234,567.89", "GBP", "1234567.89"],
    // EUR: the markets' languages disagree
    ["1.234,50 €", "EUR", "1234.50"],
    ["€1,234.50", "EUR", "1234.50"],
    ["1 234,50 €", "EUR", "1234.50"],
    ["1\u202f234,50\u00a0€", "EUR", "1234.50"],
    ["5,86 €", "EUR", "5.86"],
    ["€5.86", "EUR", "5.86"],
    ["1.234.567 €", "EUR", "1234567"],
    ["€12", "EUR", "12"],
    ["€123", "EUR", "123"],
    ["5,86 € ", "EUR", "5.86"],
    ["1,234,567 €", "EUR", "1234567"],
    ["1,234,567.89 €", "EUR", "1234567.89"],
    ["1.234,567 €", "EUR", null],
    ["1,234.567.890 €", "EUR", null],
    ["1,2.3.4 €", "EUR", null],
    ["€1.234", "EUR", null],
    ["1,234 €", "EUR", null],
    // BRL, MXN, JPY
    ["R$ 1.234,50", "BRL", "1234.50"],
    ["R$9.900", "BRL", "9900"],
    ["R$5.86", "BRL", null],
    ["MX$1,234.50", "MXN", "1234.50"],
    ["Mex$1,234.50", "MXN", "1234.50"],
    ["$1,234.50", "MXN", "1234.50"],
    ["¥1,234", "JPY", "1234"],
    ["￥1,234", "JPY", "1234"],
    ["1,234円", "JPY", "1234"],
    ["¥1.5", "JPY", null],
    // Not the currency's own symbol, or no amount
    ["€5.86", "USD", null],
    ["Rp9.900", "VND", null],
    ["$5.86", "PLN", null],
    ["US$5.86", "SGD", null],
    ["$5.86€", "USD", null],
    ["", "USD", null],
    ["N/A", "USD", null],
    ["$", "USD", null],
    ["1e400", "USD", null],
    ["NaN", "USD", null],
    ["5.86 per item", "USD", null],
    ["$5.86-$6.20", "USD", null],
    ["123456789012345678", "USD", null],
    ["$123,456,789,012,345", "USD", null],
    ["1 2", "USD", null],
    ["٥", "USD", null],
  ])("%j in %s is %j", (text, currency, expected) => {
    expect(amountFromPrinted(text, currency)).toBe(expected);
  });
});

test("hostile text is judged quickly", () => {
  const started = performance.now();
  for (const text of ["1,".repeat(30), " ".repeat(60), "$".repeat(60), "1 ".repeat(30), `${"9".repeat(59)}x`]) {
    amountFromPrinted(text, "EUR");
  }

  expect(performance.now() - started).toBeLessThan(1_000);
});
