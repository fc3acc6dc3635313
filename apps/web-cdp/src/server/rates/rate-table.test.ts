import { describe, expect, it } from "vitest";
import { createRateTable, hashRates, type ReferenceRate } from "./rate-table.ts";
import { seedRates } from "./seed-rates.ts";

const published = (date: string, unitsPerUsd: string): ReferenceRate => ({
  date,
  currency: "EUR",
  unitsPerUsd,
  source: "api.example",
});
const seed: ReferenceRate = { date: "2026-09-29", currency: "EUR", unitsPerUsd: "0.88", source: "seed" };

describe("createRateTable", () => {
  it("answers the newest published rate on or before the day", () => {
    const table = createRateTable([published("2026-11-06", "0.91"), seed, published("2026-11-02", "0.90")]);

    expect(table.rateOn("EUR", "2026-11-08")?.unitsPerUsd).toBe("0.91");
    expect(table.rateOn("EUR", "2026-11-05")?.unitsPerUsd).toBe("0.90");
  });

  it("falls back to the seed, named as such, before the first published day and where the table has a hole", () => {
    const table = createRateTable([published("2026-11-02", "0.90"), seed]);

    expect(table.rateOn("EUR", "2026-10-01")).toEqual(seed);
    expect(table.rateOn("EUR", "2026-12-24")).toEqual(seed);
  });

  it("never makes up a rate", () => {
    expect(createRateTable([seed]).rateOn("KRW", "2026-11-02")).toBeNull();
  });

  it("remembers exactly the rows that it answered with", () => {
    const rows = [published("2026-11-02", "0.90"), published("2026-11-03", "0.91"), seed];
    const table = createRateTable(rows);
    table.rateOn("EUR", "2026-11-03");
    table.rateOn("EUR", "2026-11-03");
    table.rateOn("USD", "2026-11-03");

    expect(table.usedRates()).toEqual([rows[1]]);
  });
});

describe("hashRates", () => {
  it("depends on the rates and not on their order or notation", () => {
    const rows = [published("2026-11-02", "0.90"), published("2026-11-03", "0.91")];

    expect(hashRates([...rows].reverse())).toBe(hashRates(rows));
    expect(hashRates([published("2026-11-02", "0.9000000000"), published("2026-11-03", "0.91")])).toBe(hashRates(rows));
    expect(hashRates([published("2026-11-02", "0.901")])).not.toBe(hashRates([published("2026-11-02", "0.90")]));
  });
});

describe("seedRates", () => {
  it("holds a plain decimal rate for the currency of every market", () => {
    const currencies = "BRL EUR GBP IDR JPY MXN MYR PHP SGD THB VND".split(" ");

    expect(seedRates.map((rate) => rate.currency)).toEqual(currencies);
    for (const rate of seedRates) expect(rate.unitsPerUsd).toMatch(/^\d+\.\d{1,10}$/);
  });
});
