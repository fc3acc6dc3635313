import type { BadgeTone } from "#components/ui/Badge.tsx";
import type { Translator } from "#words/translator.ts";

const dayMs = 86_400_000;
const soonDays = 7;

interface NoticeTimer {
  readonly label: string;
  readonly tone: BadgeTone;
}

interface NoticeDates {
  readonly noticeDueAt: string;
  readonly noticeSentAt: string | null;
}

/**
 * What is left of the time for a notice, in days begun; past it, the whole days since; and once it was sent, whether in time.
 * All times are ISO text.
 */
export function noticeTimer(
  t: Translator<"adverseAction">,
  { noticeDueAt, noticeSentAt }: NoticeDates,
  now: string,
): NoticeTimer {
  if (noticeSentAt !== null) {
    const isLate = Date.parse(noticeSentAt) > Date.parse(noticeDueAt);
    return isLate
      ? { label: t("timer.sentLate"), tone: "caution" }
      : { label: t("timer.sentInTime"), tone: "positive" };
  }
  const leftMs = Date.parse(noticeDueAt) - Date.parse(now);
  if (leftMs <= 0) return { label: t("timer.overdue", { days: Math.floor(-leftMs / dayMs) }), tone: "danger" };
  const days = Math.ceil(leftMs / dayMs);
  return { label: t("timer.left", { days }), tone: days <= soonDays ? "caution" : "notice" };
}
