import type { Messages, Translator } from "./translator.ts";

/** A tier in words; one of a later model keeps its name. */
export function tierName(t: Translator<"claims">, tier: string): string {
  const key = `tier.${tier as keyof Messages["claims"]["tier"]}` as const;
  return t.has(key) ? t(key) : tier;
}
