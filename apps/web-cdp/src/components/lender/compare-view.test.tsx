import { type ScoreAlert, scoreIncome } from "@lendfriend/credit-score";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { Locale } from "#lib/format.ts";
import type { SharedScore } from "#server/contract.ts";
import { sampleInputs } from "#server/testing/sample-inputs.ts";
import { CompareView } from "./CompareView.tsx";

const now = new Date(sampleInputs.asOf * 1_000).toISOString();
const share = { id: "s", scope: "factors", purpose: "A loan", createdAt: now, expiresAt: now } as const;
const known: ScoreAlert = {
  ...{ code: "REVENUE_DECLINE", value: 0.6, threshold: 0.5, text: "Kept in English." },
  said: [{ code: "alert_decline" }],
};
const kept: ScoreAlert = { code: "PROVISIONAL", value: null, threshold: null, text: "Of a later model." };

function markupOf(locale: Locale, alerts: readonly ScoreAlert[]): string {
  const report = { ...scoreIncome(sampleInputs), alerts };
  const shared: SharedScore = { share, report, connections: [], insights: null, history: null, changes: null };
  const side = (digit: string) => ({ wallet: `0x${digit.repeat(40)}`, shared });
  return renderToStaticMarkup(<CompareView first={side("1")} second={side("2")} locale={locale} now={now} />);
}

it("marks an alert that is kept in English only, and no other", () => {
  const told = "Der Umsatz des letzten Zeitraums liegt weit unter einem früheren.";

  expect(markupOf("de-DE", [known, kept])).toContain(`>${told} <span lang="en">${kept.text}</span></span>`);
  expect(markupOf("en-GB", [kept])).not.toContain("lang=");
});

it("says that there is none where a borrower has no alerts", () => {
  expect(markupOf("en-US", []).match(/>none</g)).toHaveLength(2);
});
