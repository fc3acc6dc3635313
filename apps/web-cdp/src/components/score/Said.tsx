import type { SaidMessage } from "@lendfriend/credit-score";
import type { Locale } from "#lib/format.ts";
import { saidIn } from "#words/said.ts";

interface SaidProps {
  readonly text: string;
  /** Absent in scores from before codes were kept. */
  readonly said: readonly SaidMessage[] | undefined;
  readonly locale: Locale;
}

/** A sentence of a score in the reader's language; where it is kept in English only, marked as such. */
export function Said({ text, said, locale }: SaidProps) {
  const { words, lang } = saidIn(locale, { text, said });
  return lang === undefined ? words : <span lang={lang}>{words}</span>;
}
