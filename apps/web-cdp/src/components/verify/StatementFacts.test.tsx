import type { ScoreStatement } from "@lendfriend/score-proof";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { PageOf } from "#components/testing/page-of.tsx";
import { type Locale, supportedLocales } from "#lib/format.ts";
import { catalogue } from "#words/catalogue.ts";
import { languageOf } from "#words/languages.ts";
import { StatementFacts } from "./StatementFacts.tsx";

const seconds = 1_763_640_000;

const statement: ScoreStatement = {
  id: "6f1d1f0a-4c5e-4a53-9d0e-0a4f3a1f2b11",
  issuer: "https://lendfriend.example",
  subject: "0x00000000000000000000000000000000000000aa",
  scoreMillipoints: 61_234,
  tier: "Growing",
  model: "ttshop-1",
  modelHash: `0x${"ab".repeat(32)}`,
  windowFrom: seconds,
  windowTo: seconds,
  asOf: seconds,
  provisional: false,
  confidenceMillipoints: 71_500,
  integrity: "PASS",
  claimsRoot: `0x${"cd".repeat(32)}`,
  claimCount: 1,
  issuedAt: seconds,
  expiresAt: seconds,
};

function render(locale: Locale, integrity: string): string {
  return renderToStaticMarkup(
    <PageOf locale={locale}>
      <StatementFacts statement={{ ...statement, integrity }} signer={null} />
    </PageOf>,
  );
}

describe("the signed statement", () => {
  it.each(supportedLocales)("names its tier and its integrity in %s", (locale) => {
    const { tier, integrity } = catalogue[languageOf(locale)].claims;

    expect(render(locale, "REVIEW")).toContain(`>${tier.Growing}<`);
    for (const [code, name] of Object.entries(integrity)) expect(render(locale, code)).toContain(`>${name}<`);
  });

  it("shows an integrity of a later model as its own word", () => {
    expect(render("de-DE", "SELF_REPORTED")).toContain(">Self reported<");
  });
});
