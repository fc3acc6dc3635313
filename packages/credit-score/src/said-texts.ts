import { saysInEnglish } from "./english.ts";
import type { SaidMessage } from "./messages.ts";

/** A text of a report with the codes that stand beside it. */
interface SaidText {
  readonly text: string;
  readonly said: readonly SaidMessage[];
}

/**
 * Whether every code of a stored report says exactly the English text beside it. The hash of a snapshot holds the texts
 * only, so that this is what ties the codes to it.
 */
export function saysItsTexts(report: object): boolean {
  return saidTextsIn(report).every(({ said, text }) => saysInEnglish(said, text));
}

/** A copy without `said`, wherever it stands beside a text. */
export function withoutCodes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutCodes);
  if (typeof value !== "object" || value === null) return value;
  const isTold = textOf(value) !== null;
  const kept = Object.entries(value).filter(([name]) => !(isTold && name === "said"));
  return Object.fromEntries(kept.map(([name, member]) => [name, withoutCodes(member)]));
}

function saidTextsIn(value: unknown): readonly SaidText[] {
  if (typeof value !== "object" || value === null) return [];
  const text = textOf(value);
  const own = text !== null && "said" in value ? [{ text, said: messagesOf(value.said) }] : [];
  return [...own, ...Object.values(value).flatMap(saidTextsIn)];
}

/** The sentence of an item or a ceiling (`reason`), of a reason or an alert (`text`). */
function textOf(value: object): string | null {
  if ("reason" in value && typeof value.reason === "string") return value.reason;
  return "text" in value && typeof value.text === "string" ? value.text : null;
}

/** What is no list of messages says nothing, which no text equals. */
function messagesOf(said: unknown): readonly SaidMessage[] {
  const isMessage = (one: unknown): one is SaidMessage =>
    typeof one === "object" && one !== null && "code" in one && typeof one.code === "string";
  return Array.isArray(said) && said.every(isMessage) ? said : [];
}
