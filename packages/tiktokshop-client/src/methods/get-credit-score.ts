import { createHash } from "node:crypto";
import { ConnectorError } from "@lendfriend/connector";
import { type ScoreReport, scoreIncome } from "@lendfriend/credit-score";
import type { TikTokShopContext } from "../context.ts";
import { incomeMetrics } from "../metrics/income-metrics.ts";
import type { ExchangeRates } from "../metrics/source.ts";
import type { TikTokShopSession } from "../session.ts";
import { readSessionIncome } from "./read-session-income.ts";
import { lastDays } from "./read-window.ts";

const modelWindow = 90;

/**
 * The score of one session, every point explained. The model looks at 90 days, so fewer cannot be scored and more change nothing.
 * Amounts in a currency that the option `rates` does not know are left out of it, and named. It is provisional, and says why, where a
 * list was not read whole or not understood. Not calibrated to default risk.
 * Throws `ConnectorError`; `invalid_request` for fewer than 90 days.
 */
export async function getCreditScore(
  context: TikTokShopContext,
  session: TikTokShopSession,
  days = modelWindow,
): Promise<ScoreReport> {
  if (days < modelWindow) {
    throw new ConnectorError("invalid_request", `the score needs ${modelWindow} days: ask for no fewer`);
  }
  const { to } = lastDays(days, context.now());
  const window = { from: to - modelWindow * 86_400, to };
  return scoreIncome(
    await incomeMetrics(await readSessionIncome(context, session, window, context.rates ?? dollarsOnly)),
  );
}

const dollarsOnly: ExchangeRates = {
  rateOn: (currency) => (currency === "USD" ? { unitsPerUsd: "1" } : null),
  describe: () => ({ source: "none", hash: createHash("sha256").update("").digest("hex") }),
};
