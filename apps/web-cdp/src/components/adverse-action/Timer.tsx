import { Badge } from "#components/ui/Badge.tsx";
import type { Locale } from "#lib/format.ts";
import type { AdverseAction } from "#server/contract.ts";
import { wordsOf } from "#words/catalogue.ts";
import { noticeTimer } from "./notice-timer.ts";

interface TimerProps {
  readonly draft: AdverseAction;
  readonly locale: Locale;
  readonly now: string;
}

/** The time left for a notice. On paper the dates alone stand, which do not age. */
export function Timer({ draft, locale, now }: TimerProps) {
  const { label, tone } = noticeTimer(wordsOf(locale, "adverseAction"), draft, now);
  return (
    <span className="no-print" lang={locale}>
      <Badge tone={tone}>{label}</Badge>
    </span>
  );
}
