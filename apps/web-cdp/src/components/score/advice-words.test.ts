import { type CapCode, type ItemCode, ttshop1 } from "@lendfriend/credit-score";
import { expect, it } from "vitest";
import { itemRules } from "#components/model/item-rules.ts";
import { adviceOf } from "./advice-words.ts";
import { nameOf } from "./words.ts";

const items: readonly ItemCode[] = Object.values(ttshop1.factors).flatMap((factor) => factor.map(({ code }) => code));

/** Safe: the config is checked against this very type. */
const caps = Object.keys(ttshop1.caps) as CapCode[];

it.each([...items, ...caps])("%s, of the config, has a name of its own and says what to do about it", (code) => {
  expect(adviceOf(code)?.length).toBeGreaterThan(20);
  expect(adviceOf(code)).toMatch(/\.$/);
  expect(nameOf(code)).not.toMatch(/_/);
});

it.each(items)("%s, of the config, has its rule on the model page", (code) => {
  const rule = itemRules(ttshop1, "en-US")[code];

  expect(rule.measures).not.toBe("");
  expect(rule.points.length).toBeGreaterThan(0);
});

it("no two say the same, and a code of a later model says nothing", () => {
  const told = [...items, ...caps].map(adviceOf);

  expect(new Set(told).size).toBe(told.length);
  expect(adviceOf("moon_phase")).toBeNull();
});
