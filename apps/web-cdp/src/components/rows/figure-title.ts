import { formatDayShort, type Locale } from "#lib/format.ts";
import { figureFamily, spreadNames } from "#server/figure-catalogue.ts";
import type { ComparedFigure } from "#server/figure-rows.ts";
import { catalogue, wordsOf } from "#words/catalogue.ts";
import { isCodeOf } from "#words/is-code-of.ts";
import type { Translator } from "#words/translator.ts";
import { fieldName } from "./field-name.ts";
import { partName } from "./part-name.ts";
import { reasonName } from "./reason-name.ts";

const { title: titles } = catalogue.en.figures;

type TitledFigure = Pick<ComparedFigure, "figure" | "label"> & Partial<Pick<ComparedFigure, "span">>;

/** What people call a figure: its kind, and what it is of. Of a product its title, of a week its number. */
export function figureTitle(locale: Locale, { figure, label, span = null }: TitledFigure): string {
  const t = wordsOf(locale, "figures");
  const family = figureFamily(figure);
  const name = t(`name.${family}`);
  if (label !== null && label !== "") return t("title.part", { name, part: label });
  const [word = "", first, ...others] = figure.split(":");
  if (first === undefined) return name;
  const second = others.length === 0 ? null : others.join(":");
  switch (family) {
    case "excluded":
      return t("title.part", { name, part: reasonName(t, first) });
    case "not_reported":
      return t("title.part", { name, part: fieldName(t, first) });
    case "week":
    case "block":
      if (!isCodeOf(titles[family], first)) break;
      return withDays(locale, t, t(`title.${family}.${first}`, { number: second ?? "" }), span);
    case "partners":
      if (second === null || !isCodeOf(titles.partners, second) || !isCodeOf(titles.partners[second], first)) break;
      return t(`title.partners.${second}.${first}`);
    case "trail":
      return t("title.part", { name, part: trailName(locale, t, first, others) });
  }
  const spread = spreadNames.find((each) => each === family);
  if (spread === undefined) return t("title.part", { name, part: [first, ...others].join(":") });
  const part = word.endsWith("_rest") ? t("part.rest") : partName(locale, spread, second);
  if (spread === "hour") return t("title.hour", { time: part, currency: first });
  if (spread === "weekday") return t("title.inCurrency", { part, currency: first });
  return t("title.partInCurrency", { name, part, currency: first });
}

function withDays(locale: Locale, t: Translator<"figures">, title: string, span: ComparedFigure["span"]): string {
  if (span === null) return title;
  return t("title.days", { title, from: formatDayShort(locale, span.from), to: formatDayShort(locale, span.to) });
}

function trailName(
  locale: Locale,
  t: Translator<"figures">,
  subject: string,
  [state = "", currency = ""]: readonly string[],
): string {
  const trail = wordsOf(locale, "moneyTrail");
  const { subject: subjects, state: states } = catalogue.en.moneyTrail;
  return t("title.trail", {
    subject: isCodeOf(subjects, subject) ? trail(`subject.${subject}.many`) : subject,
    state: isCodeOf(states, state) ? uncapitalized(locale, trail(`state.${state}.label`)) : state,
    currency,
  });
}

/** For a label within a line: a noun further on keeps its capital, as in German. */
function uncapitalized(locale: Locale, label: string): string {
  return label.charAt(0).toLocaleLowerCase(locale) + label.slice(1);
}
