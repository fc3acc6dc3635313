import { Badge } from "#components/ui/Badge.tsx";
import type { Locale } from "#lib/format.ts";
import type { AdverseAction } from "#server/contract.ts";
import { wordsOf } from "#words/catalogue.ts";
import { noticeTimer } from "./notice-timer.ts";

interface TimerProps {
  readonly draft: AdverseAction;
  readonly locale: Locale;
  readonly now: string;
  /** Where the words around it are in another language. */
  readonly lang?: Locale;
}

/** The time left for a notice. On paper the dates alone stand, which do not age. */
export function Timer({ draft, locale, now, lang }: TimerProps) {
  const { label, tone } = noticeTimer(wordsOf(locale, "adverseAction"), draft, now);
  return (
    <span className="no-print" lang={lang}>
      <Badge tone={tone}>{label}</Badge>
    </span>
  );
}
