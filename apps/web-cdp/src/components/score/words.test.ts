import { type CapCode, type ItemCode, ttshop1 } from "@lendfriend/credit-score";
import { describe, expect, it } from "vitest";
import { itemRules } from "#components/model/item-rules.ts";
import { supportedLocales } from "#lib/format.ts";
import { wordsOf } from "#words/catalogue.ts";
import { adviceOf, nameOf, tierMeaning } from "./words.ts";

const items: readonly ItemCode[] = Object.values(ttshop1.factors).flatMap((factor) => factor.map(({ code }) => code));

/** Safe: the config is checked against this very type. */
const caps = Object.keys(ttshop1.caps) as CapCode[];

describe.each(supportedLocales)("in %s", (locale) => {
  it.each([...items, ...caps])("%s, of the config, has a name of its own and says what to do about it", (code) => {
    expect(adviceOf(locale, code)?.length).toBeGreaterThan(20);
    expect(wordsOf(locale, "score").has(`name.${code}`)).toBe(true);
    expect(nameOf(locale, code)).not.toMatch(/_/);
  });

  it("no two say the same, and a code of a later model says nothing", () => {
    const told = [...items, ...caps].map((code) => adviceOf(locale, code));

    expect(new Set(told).size).toBe(told.length);
    expect(adviceOf(locale, "moon_phase")).toBeNull();
  });

  it("a tier of the config says what it means, and one of a later model nothing", () => {
    for (const [, tier] of ttshop1.tiers) expect(tierMeaning(locale, tier)).not.toBe("");
    expect(tierMeaning(locale, "Stellar")).toBe("");
  });
});

it("a code of a later model reads as its own words", () => {
  expect(nameOf("de-DE", "moon_phase")).toBe("Moon phase");
});

it.each(items)("%s, of the config, has its rule on the model page", (code) => {
  const rule = itemRules(ttshop1, "en-US")[code];
  const t = wordsOf("en-US", "model");

  expect(t.has(`measures.${code}`)).toBe(true);
  expect(t(`measures.${code}`)).not.toBe("");
  expect(rule.points.length).toBeGreaterThan(0);
});
