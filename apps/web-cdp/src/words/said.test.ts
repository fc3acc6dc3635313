import { type MessageCode, messageValues } from "@lendfriend/credit-score";
import { arbitraryMessage } from "@lendfriend/credit-score/testing/arbitrary-message";
import { explanations } from "@lendfriend/tiktokshop-client";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { supportedLocales } from "#lib/format.ts";
import { catalogue, wordsOf } from "./catalogue.ts";
import { type Language, languageOf } from "./languages.ts";
import { saidIn, sayIn } from "./said.ts";

const codes = Object.keys(messageValues) as MessageCode[];
const filled = codes.filter((code) => Object.keys(messageValues[code]).length > 0);
const languages = Object.keys(catalogue) as Language[];

/** Pages group thousands, which the package's own English does not. */
function ungrouped(text: string): string {
  return text.replaceAll(/(?<=\d),(?=\d{3})/g, "");
}

describe.each(languages)("the sentences of a score in %s", (language) => {
  const { full, plain, explanation } = catalogue[language].reasons;

  it("are there for every code, with figures and without", () => {
    expect(Object.keys(full).sort()).toEqual([...codes].sort());
    expect(Object.keys(plain).sort()).toEqual([...filled].sort());
    expect(Object.keys(explanation).sort()).toEqual(Object.keys(explanations).sort());
  });

  it("hold no figure where figures are left out", () => {
    expect(Object.values(plain).filter((sentence) => /[\d…{]/.test(sentence))).toEqual([]);
  });
});

describe.each(codes)("%s", (code) => {
  it("says in English exactly what the score says, whatever its values", () => {
    fc.assert(
      fc.property(arbitraryMessage(code), ({ text, ...message }) => {
        expect(ungrouped(sayIn("en-US", { said: [message] }) ?? "")).toBe(ungrouped(text));
      }),
      { numRuns: 50 },
    );
  });

  it.each(supportedLocales)("is filled with all its values in %s", (locale) => {
    fc.assert(
      fc.property(arbitraryMessage(code), ({ text: _, ...message }) => {
        const words = sayIn(locale, { said: [message] }) ?? "";
        expect(words).not.toBe("");
        expect(words).not.toMatch(/[{}]|undefined|reasons\./);
      }),
      { numRuns: 5 },
    );
  });
});

describe("saidIn", () => {
  const said = [{ code: "monthly_revenue", values: { monthly: "4750", full: "20000" } }];

  it("writes figures as the reader's locale does", () => {
    expect(saidIn("de-DE", { text: "x", said })).toEqual({
      words: "Der geprüfte Nettoumsatz zählt mit 4.750\u00a0$ im Monat; 20.000\u00a0$ geben die volle Punktzahl.",
      lang: undefined,
    });
  });

  it.each(languages.map((language) => supportedLocales.find((locale) => languageOf(locale) === language) ?? "en-US"))(
    "tells a sentence without its figures where they were not shared, in %s",
    (locale) => {
      const words = sayIn(locale, { said: [{ code: "monthly_revenue" }, { code: "seller_business" }] });
      const t = wordsOf(locale, "reasons");
      expect(words).toBe(`${t("plain.monthly_revenue")} ${t("full.seller_business")}`);
    },
  );

  it.each([
    { what: "no codes, as scores had before they were kept", said: undefined },
    { what: "a code of a later model", said: [...said, { code: "of_a_later_model", values: {} }] },
    { what: "an empty list", said: [] },
  ])("keeps the English and marks it where there is $what", ({ said: given }) => {
    expect(saidIn("vi-VN", { text: "In English.", said: given })).toEqual({ words: "In English.", lang: "en" });
    expect(saidIn("en-GB", { text: "In English.", said: given })).toEqual({ words: "In English.", lang: undefined });
  });

  it.each([
    ["1", "Die erste Aktivität war vor einem Monat; 12 Monate geben die volle Punktzahl."],
    ["1.5", "Die erste Aktivität war vor 1,5 Monaten; 12 Monate geben die volle Punktzahl."],
  ])("counts %s months in German as Germans do", (months, sentence) => {
    expect(sayIn("de-DE", { said: [{ code: "account_age", values: { months, full: "12" } }] })).toBe(sentence);
  });

  it.each(["weight_spread", "permission_missing"] as const)(
    "names no item that no table knows: %s is told without it",
    (code) => {
      const values = { item: "of_a_later_model", permissions: ["shop.read"] };
      expect(sayIn("de-DE", { said: [{ code, values }] })).toBe(catalogue.de.reasons.plain[code]);
    },
  );

  it.each([
    [
      "returns of shop 7: rows_set_aside (1 row)",
      "Rücksendungen und Erstattungen von Shop 7: 1 Zeile wurde nicht verstanden",
    ],
    ["commissions: rows_set_aside (2 rows)", "Provisionsbestellungen: 2 Zeilen wurden nicht verstanden"],
    ["orders of shop 7: short_list (6 of 1200 rows)", "Bestellungen von Shop 7: 6 von 1.200 Zeilen kamen an"],
    ["products of shop 7: shop_inactive", "Produkte von Shop 7: der Shop ist nicht aktiv"],
    ["list_of_a_later_version: timeout", "List of a later version: nicht bis zum Ende gelesen"],
    ["in other words", "in other words"],
  ])("says in words what an import is in doubt about: %s", (part, words) => {
    expect(sayIn("de-DE", { said: [{ code: "alert_provisional", values: { parts: [part] } }] })).toContain(
      `(${words})`,
    );
  });

  it("says why the platform gives no figure, and keeps what no table knows", () => {
    const of = (explanation: string) => sayIn("vi-VN", { said: [{ code: "not_offered", values: { explanation } }] });
    expect(of(explanations.no_returns)).toBe(catalogue.vi.reasons.explanation.no_returns);
    expect(of("Something else.")).toBe("Something else.");
  });

  it.each(Object.entries(explanations))("says in English of %s what the platform's package says", (code, english) => {
    expect(catalogue.en.reasons.explanation[code as keyof typeof explanations]).toBe(english);
  });
});
