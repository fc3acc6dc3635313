import { sumDecimals } from "@lendfriend/connector";
import { formatMoney, type Locale } from "#lib/format.ts";
import type { InsightPart, InsightsReport } from "#server/contract.ts";
import type { SpreadName } from "#server/figure-catalogue.ts";
import { wordsOf } from "#words/catalogue.ts";
import { PartBars } from "./PartBars.tsx";

type Spread = NonNullable<InsightsReport["spread"]>;

interface AttributionBarsProps {
  /** Scores of before know the kind of content and the campaign only. */
  readonly attribution: Pick<Spread, "content" | "campaigns"> & Partial<Attribution>;
  readonly measure: "commission" | "cost";
  /** Of the page that tells where figures come from. */
  readonly rowsPath: string;
  readonly locale: Locale;
}

type AttributionName = Extract<SpreadName, `cost_${string}`> extends `cost_${infer Name}` ? Name : never;

type Attribution = Extract<Spread, { readonly schema: 2 }>["costs"];

/** What brought about the commissions that a creator earned, or that a shop paid. */
export function AttributionBars({ attribution, measure, rowsPath, locale }: AttributionBarsProps) {
  const { content, contentIds, campaigns, collaborationKinds, collaborations } = attribution;
  const t = wordsOf(locale, "insights");
  const total = formatMoney(locale, sumDecimals(content.map(({ netUsd }) => netUsd)), "USD");
  const caption = t(measure === "cost" ? "totalCost" : "totalCommission", { amount: total });
  const shared = { caption, measure, rowsPath, locale };
  const spread = (name: AttributionName): SpreadName => (measure === "cost" ? `cost_${name}` : name);
  return (
    <>
      <PartBars {...shared} spread={spread("content")} title={t(`attribution.${measure}.content`)} parts={content} />
      {collaborationKinds && (
        <PartBars
          {...shared}
          spread={spread("collaboration_kind")}
          title={t(`attribution.${measure}.collaborationKinds`)}
          parts={collaborationKinds}
        />
      )}
      <PartBars
        {...shared}
        spread={spread("campaign")}
        title={t(`attribution.${measure}.campaigns`)}
        parts={campaigns}
      />
      {contentIds && (
        <IdBars
          {...shared}
          spread={spread("content_id")}
          title={t(`attribution.${measure}.contentIds`)}
          parts={contentIds}
        />
      )}
      {collaborations && (
        <IdBars
          {...shared}
          spread={spread("collaboration")}
          title={t(`attribution.${measure}.collaborations`)}
          parts={collaborations}
        />
      )}
    </>
  );
}

interface IdBarsProps {
  readonly spread: SpreadName;
  readonly rowsPath: string;
  readonly title: string;
  readonly caption: string;
  readonly parts: readonly InsightPart[];
  readonly measure: "commission" | "cost";
  readonly locale: Locale;
}

const drawn = 5;

/** Ids tell little to the eye: the largest few are drawn, all are in the table. */
function IdBars(props: IdBarsProps) {
  const { caption, parts, locale } = props;
  const t = wordsOf(locale, "insights");
  return (
    <PartBars
      {...props}
      caption={parts.length > drawn ? `${caption} ${t("drawn", { count: drawn })}` : caption}
      drawn={drawn}
    />
  );
}
