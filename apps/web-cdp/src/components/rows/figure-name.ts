import { formatDayShort, formatRegion, type Locale } from "#lib/format.ts";
import { figureFamily } from "#server/figure-catalogue.ts";
import type { ComparedFigure } from "#server/figure-rows.ts";
import { wordsOf } from "#words/catalogue.ts";
import { insightWords } from "../insights/words.ts";
import { stateWords, subjectWords } from "../money-trail/words.ts";
import { wordsOfFigure } from "./figure-words.ts";
import { reasonName } from "./reason-name.ts";

const sideNames: Readonly<Record<string, string>> = {
  all: "",
  seller: " of the shops",
  creator: " of the creator accounts",
};

/** The figure's own name: of a product its title, of a week its number. */
export function figureName(
  locale: Locale,
  { figure, label, span = null }: Pick<ComparedFigure, "figure" | "label"> & Partial<Pick<ComparedFigure, "span">>,
): string {
  const family = figureFamily(figure);
  const { name } = wordsOfFigure(figure);
  if (label !== null && label !== "") return `${name}: ${label}`;
  if (figure === family) return name;
  const rest = figure.slice(family.length + 1);
  const [first = "", ...others] = rest.split(":");
  const second = others.length === 0 ? null : others.join(":");
  switch (family) {
    case "excluded":
      return `${name}: ${reasonName(wordsOf(locale, "figures"), rest)}`;
    case "week":
      return `Week ${second}${sideNames[first] ?? ""}${daysOf(locale, span)}`;
    case "block":
      return `Third ${second} of the window${sideNames[first] ?? ""}${daysOf(locale, span)}`;
    case "partners":
      return `Partners in the ${second} third${sideNames[first] ?? ""}`;
    case "trail":
      return `${name}: ${trailName(first, others)}`;
    case "weekday":
      return `${insightWords.weekdays[Number(second) - 1] ?? second}, ${first}`;
    case "hour":
      return `${(second ?? "").padStart(2, "0")}:00 UTC, ${first}`;
    case "market":
      return `${name}: ${second === null ? insightWords.unknown : formatRegion(locale, second)}, ${first}`;
    case "content":
    case "cost_content":
      return `${name}: ${second === null ? insightWords.unknown : (insightWords.contentTypes[second] ?? second)}, ${first}`;
    case "campaign":
    case "cost_campaign":
      return `${name}: ${second ?? insightWords.noCampaign}, ${first}`;
    case "collaboration":
    case "collaboration_kind":
    case "cost_collaboration":
    case "cost_collaboration_kind":
      return `${name}: ${second ?? insightWords.noCollaboration}, ${first}`;
    case "content_id":
    case "cost_content_id":
    case "partner_shop":
      return `${name}: ${second ?? insightWords.unknown}, ${first}`;
    default:
      return family.endsWith("_rest") ? `${name}: ${insightWords.rest}, ${first}` : `${name}: ${rest}`;
  }
}

function daysOf(locale: Locale, span: ComparedFigure["span"]): string {
  return span === null ? "" : `, ${formatDayShort(locale, span.from)} to ${formatDayShort(locale, span.to)}`;
}

function trailName(subject: string, [state = "", currency = ""]: readonly string[]): string {
  const many = Object.hasOwn(subjectWords, subject) ? subjectWords[subject as keyof typeof subjectWords].many : subject;
  const label = Object.hasOwn(stateWords, state) ? stateWords[state as keyof typeof stateWords].label : state;
  return `${many}, ${label.toLowerCase()}, ${currency}`;
}
