import "server-only";
import { unplain } from "@lendfriend/connector";

/** Whether Postgres can hold the text as it is: no zero character, no half of a surrogate pair. */
export function isStorableText(text: string): boolean {
  return !text.includes("\0") && text.isWellFormed();
}

const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Whether a text that somebody typed for others to read is one line that says something, and changes nothing around it. */
export function isPlainLine(text: string): boolean {
  return text.isWellFormed() && visible.test(text) && !unplain.test(text);
}
