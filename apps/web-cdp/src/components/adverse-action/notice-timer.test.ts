import { expect, it } from "vitest";
import { wordsOf } from "#words/catalogue.ts";
import { noticeTimer } from "./notice-timer.ts";

const due = "2026-12-30T12:00:00.000Z";
const t = wordsOf("en-US", "adverseAction");

it.each([
  ["2026-11-30T12:00:00.000Z", "30 days left", "notice"],
  ["2026-11-30T12:00:00.001Z", "30 days left", "notice"],
  ["2026-12-01T12:00:00.000Z", "29 days left", "notice"],
  ["2026-12-22T12:00:00.000Z", "8 days left", "notice"],
  ["2026-12-23T12:00:00.000Z", "7 days left", "caution"],
  ["2026-12-28T12:00:00.000Z", "2 days left", "caution"],
  ["2026-12-29T12:00:00.000Z", "Due within a day", "caution"],
  ["2026-12-30T11:59:59.999Z", "Due within a day", "caution"],
  ["2026-12-30T12:00:00.000Z", "Overdue", "danger"],
  ["2026-12-31T11:59:59.999Z", "Overdue", "danger"],
  ["2026-12-31T12:00:00.000Z", "Overdue by 1 day", "danger"],
  ["2027-01-09T12:00:00.000Z", "Overdue by 10 days", "danger"],
])("at %s it says %s", (now, label, tone) => {
  expect(noticeTimer(t, { noticeDueAt: due, noticeSentAt: null }, now)).toEqual({ label, tone });
});

it.each([
  ["2026-12-30T12:00:00.000Z", "Sent in time", "positive"],
  ["2026-12-30T12:00:00.001Z", "Sent late", "caution"],
])("stops when the notice was sent: at %s it says %s", (noticeSentAt, label, tone) => {
  expect(noticeTimer(t, { noticeDueAt: due, noticeSentAt }, "2027-06-01T00:00:00.000Z")).toEqual({ label, tone });
});

it.each([
  ["de-DE", "2026-12-01T12:00:00.000Z", "noch 29 Tage"],
  ["de-DE", "2026-12-31T12:00:00.000Z", "Seit 1 Tag überfällig"],
  ["de-DE", "2027-01-09T12:00:00.000Z", "Seit 10 Tagen überfällig"],
  ["vi-VN", "2026-12-29T12:00:00.000Z", "Hết hạn trong vòng một ngày"],
  ["th-TH", "2026-12-30T12:00:00.000Z", "เกินกำหนด"],
  ["id-ID", "2026-12-23T12:00:00.000Z", "Sisa 7 hari"],
] as const)("counts days in %s at %s as its readers do", (locale, now, label) => {
  const words = wordsOf(locale, "adverseAction");

  expect(noticeTimer(words, { noticeDueAt: due, noticeSentAt: null }, now).label).toBe(label);
});
