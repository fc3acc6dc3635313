import "server-only";
import { z } from "zod";
import type { ReferenceRate } from "./rate-table.ts";

export interface FetchRatesOptions {
  /** A server that answers as api.frankfurter.dev/v2 does. */
  readonly url: string;
  readonly currencies: readonly string[];
  /** `YYYY-MM-DD`, both inclusive. */
  readonly from: string;
  readonly to: string;
  readonly fetch?: typeof globalThis.fetch;
  readonly timeoutMs?: number;
}

const rateSchema = z.array(
  z.object({
    date: z.iso.date(),
    base: z.string(),
    quote: z.string().regex(/^[A-Za-z]{3}$/),
    rate: z.number().positive(),
  }),
);

/**
 * Reads daily reference rates of the dollar from the central banks' joint table (frankfurter.dev, no key).
 * Throws when the server cannot be reached or answers anything else.
 */
export async function fetchRates(options: FetchRatesOptions): Promise<readonly ReferenceRate[]> {
  const { fetch = globalThis.fetch, timeoutMs = 10_000 } = options;
  const url = new URL(options.url);
  url.searchParams.set("base", "usd");
  url.searchParams.set("quotes", options.currencies.join(",").toLowerCase());
  url.searchParams.set("from", options.from);
  url.searchParams.set("to", options.to);
  const response = await fetch(url, {
    headers: { accept: "application/json" },
    redirect: "error",
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!response.ok) throw new Error(`the rates server answered ${response.status}`);
  const rows = rateSchema.parse(await response.json());
  return rows
    .filter((row) => row.base.toUpperCase() === "USD")
    .map((row) => ({
      date: row.date,
      currency: row.quote.toUpperCase(),
      unitsPerUsd: decimalOf(row.rate),
      source: url.hostname,
    }));
}

/** The shortest decimal that means the same number, within the ten decimals that are stored. */
function decimalOf(rate: number): string {
  const text = String(rate);
  return /^\d+(\.\d{1,10})?$/.test(text) ? text : rate.toFixed(10);
}
