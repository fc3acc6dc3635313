import "server-only";
import { type ReferenceRate, seedSource } from "./rate-table.ts";
import seed from "./seed.json" with { type: "json" };

/** The rates that come with the product, so that a first start needs no network: one per currency, of one day. */
export const seedRates: readonly ReferenceRate[] = Object.entries(seed.unitsPerUsd).map(([currency, unitsPerUsd]) => ({
  date: seed.date,
  currency,
  unitsPerUsd,
  source: seedSource,
}));

/** Currencies of the markets where the platform can be connected, beside the dollar. */
export const rateCurrencies: readonly string[] = seedRates.map((rate) => rate.currency);
