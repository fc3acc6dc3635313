import { formatRegion, formatWeekday, type Locale } from "#lib/format.ts";
import type { SpreadName } from "#server/figure-catalogue.ts";
import { catalogue, wordsOf } from "#words/catalogue.ts";
import { isCodeOf } from "#words/is-code-of.ts";
import type { Translator } from "#words/translator.ts";

const { content: contentTypes, collaboration: collaborationKinds } = catalogue.en.figures.part;

/** What a part of the insights is called: in words where it is a code that we know, else as the platform writes it. */
export function partName(locale: Locale, spread: SpreadName, key: string | null): string {
  const t = wordsOf(locale, "figures");
  switch (spread) {
    case "weekday":
      if (key === null) return t("part.unknown");
      return /^[1-7]$/.test(key) ? formatWeekday(locale, Number(key)) : key;
    case "hour":
      return key === null ? t("part.unknown") : t("part.hour", { hour: key.padStart(2, "0") });
    case "market":
      return key === null ? t("part.unknown") : formatRegion(locale, key);
    case "content":
    case "cost_content":
      return contentName(t, key);
    case "campaign":
    case "cost_campaign":
      return key ?? t("part.noCampaign");
    case "collaboration_kind":
    case "cost_collaboration_kind":
      return kindName(t, key);
    case "collaboration":
    case "cost_collaboration":
      return collaborationName(t, key);
    case "content_id":
    case "cost_content_id":
    case "partner_shop":
      return key ?? t("part.unknown");
  }
}

function contentName(t: Translator<"figures">, key: string | null): string {
  if (key === null) return t("part.unknown");
  return isCodeOf(contentTypes, key) ? t(`part.content.${key}`) : key;
}

function kindName(t: Translator<"figures">, key: string | null): string {
  if (key === null) return t("part.noCollaboration");
  return isCodeOf(collaborationKinds, key) ? t(`part.collaboration.${key}`) : key;
}

/** "OPEN:7388…" → "Open collaboration 7388…". */
function collaborationName(t: Translator<"figures">, key: string | null): string {
  const [kind = "", id] = key?.split(":") ?? [];
  return id === undefined ? kindName(t, key) : `${kindName(t, kind)} ${id}`;
}
