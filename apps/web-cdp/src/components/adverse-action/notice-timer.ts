import type { BadgeTone } from "#components/ui/Badge.tsx";

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
export function noticeTimer({ noticeDueAt, noticeSentAt }: NoticeDates, now: string): NoticeTimer {
  if (noticeSentAt !== null) {
    const isLate = Date.parse(noticeSentAt) > Date.parse(noticeDueAt);
    return isLate ? { label: "Sent late", tone: "caution" } : { label: "Sent in time", tone: "positive" };
  }
  const leftMs = Date.parse(noticeDueAt) - Date.parse(now);
  if (leftMs <= 0) {
    const late = Math.floor(-leftMs / dayMs);
    return { label: late === 0 ? "Overdue" : `Overdue by ${days(late)}`, tone: "danger" };
  }
  const left = Math.ceil(leftMs / dayMs);
  return {
    label: left === 1 ? "Due within a day" : `${days(left)} left`,
    tone: left <= soonDays ? "caution" : "notice",
  };
}

function days(count: number): string {
  return `${count} ${count === 1 ? "day" : "days"}`;
}
