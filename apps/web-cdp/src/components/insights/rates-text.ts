import type { Translator } from "#words/translator.ts";

/** Where exchange rates come from, and of which day: "ECB as of 2026-11-20; seed rates as of 2026-01-01", as a score keeps it. */
export function ratesText(t: Translator<"insights">, rates: string): string {
  if (rates === "none needed") return t("rates.none");
  return rates
    .split("; ")
    .map((group) => {
      const [, source, day] = /^(.+) as of (\d{4}-\d\d-\d\d)$/.exec(group) ?? [];
      if (source === undefined || day === undefined) return group;
      return t("rates.asOf", { source: source === "seed rates" ? t("rates.seed") : source, day });
    })
    .join("; ");
}
