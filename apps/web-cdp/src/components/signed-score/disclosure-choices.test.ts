import type { Claim } from "@lendfriend/score-proof";
import { expect, test } from "vitest";
import { formatWord } from "#lib/format.ts";
import { wordsOf } from "#words/catalogue.ts";
import { claimName, claimValue } from "./claim-words.ts";
import { disclosureChoices } from "./disclosure-choices.ts";

const t = wordsOf("en-US", "claims");

const claims: readonly Claim[] = [
  { kind: "exact", path: "net_usd_90d", value: "14250.75", unit: "USD" },
  ...["1000", "10000", "20000"].map(
    (bound): Claim => ({ kind: "at_least", path: "net_usd_90d", bound, unit: "USD", holds: bound !== "20000" }),
  ),
  ...["0.02", "0.05", "0.1"].map(
    (bound): Claim => ({ kind: "at_most", path: "refund_share", bound, unit: "share", holds: bound !== "0.02" }),
  ),
];

test("only bounds that hold are offered, the strongest first, at their own positions", () => {
  const { bounds, exact } = disclosureChoices(claims);

  expect(bounds.map(({ path, options }) => [path, options.map(({ position }) => position)])).toEqual([
    ["net_usd_90d", [2, 1]],
    ["refund_share", [5, 6]],
  ]);
  expect(exact.map(({ position }) => position)).toEqual([0]);
});

test("each claim reads as a plain sentence, and an unknown one as it stands", () => {
  expect(claims.map((claim) => claimValue(t, "en-US", claim))).toEqual([
    "$14,250.75",
    "at least $1,000",
    "at least $10,000",
    "not at least $20,000",
    "not at most 2%",
    "at most 5%",
    "at most 10%",
  ]);
  expect(claimName(t, { kind: "exact", path: "some_new.figure", value: "1", unit: "days" })).toBe("Some new.figure");
  expect(claimValue(t, "en-US", { kind: "exact", path: "x", value: "1.5", unit: "days" })).toBe("1.5 days");
});

test.each(["tier", "integrity", "integrity.PASS", "says", "unit.days", "factor_points"])(
  "a claim is not named by what else the words hold: %s reads as its own words",
  (path) => {
    expect(claimName(t, { kind: "exact", path, value: "1", unit: "days" })).toBe(formatWord(path));
  },
);

test.each([
  ["id-ID", "150 pesanan", "300 barang"],
  ["vi-VN", "150 đơn", "300 sản phẩm"],
  ["th-TH", "150 คำสั่งซื้อ", "300 ชิ้น"],
  ["de-DE", "150 Bestellungen", "300 Artikel"],
] as const)("counts carry the unit of the reader's language: %s", (locale, orders, items) => {
  const words = wordsOf(locale, "claims");

  expect(claimValue(words, locale, { kind: "exact", path: "x", value: "150", unit: "orders" })).toBe(orders);
  expect(claimValue(words, locale, { kind: "exact", path: "x", value: "300", unit: "items" })).toBe(items);
  expect(claimValue(words, locale, { kind: "exact", path: "x", value: "3", unit: "parcels" })).toBe("3 parcels");
});

test.each([
  ["en-US", ["1 day", "1 item", "1 order", "1 point"]],
  ["de-DE", ["1 Tag", "1 Artikel", "1 Bestellung", "1 Punkt"]],
] as const)("one of a kind is told as one: %s", (locale, ones) => {
  const words = wordsOf(locale, "claims");

  const told = ["days", "items", "orders", "points"].map((unit) =>
    claimValue(words, locale, { kind: "exact", path: "x", value: "1", unit }),
  );

  expect(told).toEqual(ones);
});
