import type { BadgeTone } from "#components/ui/Badge.tsx";

const dayMs = 86_400_000;
const soonDays = 7;

interface NoticeTimer {
  readonly label: string;
  readonly tone: BadgeTone;
}

/** What is left of the time for a notice, in days begun; past it, the whole days since. Both times are ISO text. */
export function noticeTimer(noticeDueAt: string, now: string): NoticeTimer {
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
