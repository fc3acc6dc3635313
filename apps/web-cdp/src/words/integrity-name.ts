import { formatWord } from "#lib/format.ts";
import type { Messages, Translator } from "./translator.ts";

/** What reconciling sales with payouts found, in a word; a finding of a later model reads as its own word. */
export function integrityName(t: Translator<"claims">, integrity: string): string {
  const key = `integrity.${integrity as keyof Messages["claims"]["integrity"]}` as const;
  return t.has(key) ? t(key) : formatWord(integrity);
}
