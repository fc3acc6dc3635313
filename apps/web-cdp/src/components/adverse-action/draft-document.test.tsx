import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { nameOf } from "#components/score/words.ts";
import type { Locale } from "#lib/format.ts";
import type { AdverseAction } from "#server/contract.ts";
import { DraftDocument } from "./DraftDocument.tsx";
import { DraftTable } from "./DraftTable.tsx";

const draft: AdverseAction = {
  id: "0a6f3a39-1b86-4f6f-9d8c-3f1d5f0b7c11",
  lender: `0x${"1".repeat(40)}`,
  borrower: `0x${"2".repeat(40)}`,
  decision: "declined",
  loanReference: "<b>L-2041</b>",
  shareId: "5f0b7c11-1b86-4f6f-9d8c-0a6f3a393f1d",
  scope: "metrics",
  snapshotId: "9d8c3f1d-1b86-4f6f-9d8c-0a6f3a395f0b",
  asOf: "2026-11-20T00:00:00.000Z",
  model: "ttshop-1",
  modelHash: "ab".repeat(32),
  reasons: [
    {
      ...{ code: "refund_rate", factor: "reliability", reasonCode: "MEASURED", pointsLost: 4.5 },
      ...{ text: "12% of sales by value was refunded.", value: 0.12, threshold: 0.02, unit: "share" },
    },
    {
      ...{ code: "FEWER_THAN_5_ORDERS", factor: "cap", reasonCode: "CAP", pointsLost: 3 },
      ...{ text: "Qualifying orders so far: 4.", value: null, threshold: null, unit: null },
    },
  ],
  score: 54.961,
  tier: "Building",
  provisional: false,
  decidedAt: "2026-11-20T12:00:00.000Z",
  noticeDueAt: "2026-12-20T12:00:00.000Z",
  noticeSentAt: null,
  statements: [{ title: "Where to dispute", text: "With the lender named above." }],
};

function sheet(given: Partial<AdverseAction> = {}, now = "2026-11-21T12:00:00.000Z", locale: Locale = "en-US"): string {
  return renderToStaticMarkup(<DraftDocument draft={{ ...draft, ...given }} locale={locale} now={now} />);
}

describe("the sheet of a draft", () => {
  it("names both ends, the decision, each reason with its figures, the dates and the model", () => {
    const markup = sheet();

    for (const text of [
      ...[draft.lender, draft.borrower, "The application was declined.", draft.snapshotId, draft.modelHash],
      ...["Refund rate", "4.5 points lost", "12% of sales by value was refunded.", ">12%<", "all points at 2%"],
      ...["Fewer than 5 orders", "Nov 20, 2026, 12:00 PM UTC", "Dec 20, 2026, 12:00 PM UTC", "54.9 of 100"],
      ...["Where to dispute", "29 days left"],
    ]) {
      expect(markup).toContain(text);
    }
    expect(markup).not.toContain("Figures were not shared");
  });

  it("shows a lender's reference as text, never as markup (J16)", () => {
    expect(sheet()).toContain("&lt;b&gt;L-2041&lt;/b&gt;");
    expect(sheet({ loanReference: null })).not.toContain("Loan reference");
  });

  it("says when figures were not shared, and when no point was lost", () => {
    expect(sheet({ scope: "factors" })).toContain("Figures were not shared");
    expect(sheet({ reasons: [] })).toContain("This score lost no points");
  });

  it("is overdue after its 30 days, until the notice was sent", () => {
    expect(sheet({}, "2026-12-22T13:00:00.000Z")).toContain("Overdue by 2 days");
    const sent = sheet({ noticeSentAt: "2026-12-19T08:30:00.000Z" }, "2026-12-22T13:00:00.000Z");
    expect(sent).toContain("Sent in time");
    expect(sent).toContain("Dec 19, 2026, 8:30 AM UTC");
  });

  it.each([
    ["vi-VN", "Còn 29 ngày", "Đơn vay đã bị từ chối."],
    ["th-TH", "เหลือ 29 วัน", "คำขอถูกปฏิเสธ"],
    ["id-ID", "Sisa 29 hari", "Permohonan ditolak."],
    ["de-DE", "noch 29 Tage", "Der Antrag wurde abgelehnt."],
  ] as const)("stays in English for who reads %s, with what it comes to beside it", (locale, left, told) => {
    const markup = sheet({}, undefined, locale);
    const [beside = "", paper = ""] = markup.split("<article");

    expect(beside).toContain(told);
    expect(beside).toContain(nameOf(locale, "refund_rate"));
    expect(paper).toMatch(/^ lang="en-US"/);
    expect(paper).toContain(`<span class="no-print" lang="${locale}">`);
    expect(paper).toContain(left);
    for (const text of ["The application was declined.", "4.5 points lost", "Dec 20, 2026, 12:00 PM UTC"]) {
      expect(paper).toContain(text);
    }
  });

  it("has nothing beside it for who reads English", () => {
    expect(sheet({}, undefined, "en-GB")).toMatch(/^<article lang="en-GB"/);
  });
});

it("the list leads to each draft and tells the time left", () => {
  const markup = renderToStaticMarkup(<DraftTable drafts={[draft]} locale="en-GB" now="2026-12-19T12:00:00.000Z" />);

  expect(markup).toContain(`/lender/${draft.borrower}/adverse-action?draft=${draft.id}`);
  expect(markup).toContain("Due within a day");
  expect(markup).toContain("20 Dec 2026");
});

it("the list speaks the language of its lender", () => {
  const markup = renderToStaticMarkup(<DraftTable drafts={[draft]} locale="de-DE" now="2026-12-22T13:00:00.000Z" />);

  expect(markup).toContain("Seit 2 Tagen überfällig");
  expect(markup).toContain("20.12.2026");
});
