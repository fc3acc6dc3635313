import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { Locale } from "#lib/format.ts";
import type { SharedBorrower } from "#server/contract.ts";
import { wordsOf } from "#words/catalogue.ts";
import { BorrowerTable } from "./BorrowerTable.tsx";
import { readSort } from "./borrower-sort.ts";

const borrower: SharedBorrower = {
  wallet: `0x${"1".repeat(40)}`,
  scope: "factors",
  purpose: "Winter stock",
  sharedAt: "2026-11-01T00:00:00Z",
  expiresAt: "2026-12-01T00:00:00Z",
  score: 61.45,
  tier: "Growing",
  confidence: 80,
  integrity: "PASS",
  provisional: true,
  asOf: "2026-11-22T09:00:00Z",
};

function table(locale: Locale, borrowers: readonly SharedBorrower[] = [borrower]): string {
  const sort = readSort("-score");
  return renderToStaticMarkup(
    <BorrowerTable borrowers={borrowers} sort={sort} locale={locale} now="2026-11-22T12:00:00Z" />,
  );
}

it.each([
  ["en-US", ["Fresh", "3 hours ago", "Provisional", "61.4", "Dec 1, 2026"]],
  ["de-DE", ["Aktuell", "vor 3 Stunden", "Vorläufig", "61,4", "01.12.2026"]],
  ["vi-VN", ["Mới", "3 giờ trước", "Tạm thời", "61,4", "1 thg 12, 2026"]],
  ["th-TH", ["ใหม่", "3 ชั่วโมงที่ผ่านมา", "ชั่วคราว", "61.4", "1 ธ.ค. 2026"]],
  ["id-ID", ["Baru", "3 jam yang lalu", "Sementara", "61,4", "1 Des 2026"]],
] as const)("the list reads in %s with its own digits, dates and ages", (locale, texts) => {
  const markup = table(locale);

  for (const text of texts) expect(markup).toContain(text);
});

it("says only of a full list that there may be more, and who is in it", { timeout: 20_000 }, () => {
  const many = Array.from({ length: 500 }, (_, nth) => ({ ...borrower, wallet: `0x${String(nth).padStart(40, "0")}` }));

  expect(table("de-DE", many.slice(1))).not.toContain("Die Liste ist voll");
  expect(table("de-DE", many)).toContain("Sie enthält 500 Kreditnehmer, zuerst die mit einem Score");
});

it.each([
  ["en-US", 1, "1 borrower."],
  ["en-US", 1_200, "1,200 borrowers."],
  ["de-DE", 1_200, "1.200 Kreditnehmer."],
  ["vi-VN", 1_200, "1.200 người vay."],
] as const)("the head of the list counts in %s: %d", (locale, count, text) => {
  expect(wordsOf(locale, "lender")("list.lead", { count })).toContain(text);
});
