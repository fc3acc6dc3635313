import { ConnectorError } from "@lendfriend/connector";
import type { TikTokShopContext } from "../context.ts";
import { incomeMetrics } from "../metrics/income-metrics.ts";
import { type RevenueData, revenueData } from "../metrics/revenue-data.ts";
import type { ExchangeRates } from "../metrics/source.ts";
import type { TikTokShopSession } from "../session.ts";
import { readSessionIncome } from "./read-session-income.ts";
import { lastDays } from "./read-window.ts";

/** The headline figures of a session over `periodDays` days. Money is decimal text in `currency`. */
export interface SessionRevenue extends Omit<RevenueData, "periodDays"> {
  readonly periodDays: number;
  /** Why these figures may not be whole, a line for each reason; empty when everything was read and understood. */
  readonly provisional: readonly string[];
}

const longestPeriod = 90;

/**
 * What an account earned in the last `days` days: at most 90, and `periodDays` says how many it were. A figure in one currency needs
 * no exchange rate; shops in several currencies are summed in US dollars and need the option `rates`.
 * Throws `ConnectorError`; `invalid_request` without the rates that a sum needs.
 */
export async function getRevenueData(
  context: TikTokShopContext,
  session: TikTokShopSession,
  days: number,
): Promise<SessionRevenue> {
  const window = lastDays(days, context.now());
  const periodDays = Math.min(days, longestPeriod);
  const from = window.to - periodDays * 86_400;
  const source = await readSessionIncome(context, session, { ...window, from }, context.rates ?? inOneCurrency);
  const metrics = await incomeMetrics(source);
  if (context.rates === null && metrics.byCurrency.length > 1) {
    throw new ConnectorError("invalid_request", "this account trades in several currencies: pass the option rates");
  }
  return { ...revenueData(metrics), periodDays, provisional: metrics.provisional };
}

/** Lets every amount be summed in its own currency. No figure in dollars leaves `getRevenueData` with it. */
const inOneCurrency: ExchangeRates = {
  rateOn: () => ({ unitsPerUsd: "1" }),
  describe: () => ({ source: "none", hash: "" }),
};
