import { sumDecimals } from "@lendfriend/connector";
import { formatMoney, type Locale } from "#lib/format.ts";
import type { InsightPart, InsightsReport } from "#server/contract.ts";
import type { SpreadName } from "#server/figure-catalogue.ts";
import { PartBars } from "./PartBars.tsx";
import { insightWords as words } from "./words.ts";

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
  const names = words.attribution[measure];
  const total = formatMoney(locale, sumDecimals(content.map(({ netUsd }) => netUsd)), "USD");
  const caption = measure === "cost" ? words.totalCost(total) : words.totalCommission(total);
  const shared = { caption, measure, rowsPath, locale };
  const spread = (name: AttributionName): SpreadName => (measure === "cost" ? `cost_${name}` : name);
  return (
    <>
      <PartBars {...shared} spread={spread("content")} title={names.content} parts={content} nameOf={contentName} />
      {collaborationKinds && (
        <PartBars
          {...shared}
          spread={spread("collaboration_kind")}
          title={names.collaborationKinds}
          parts={collaborationKinds}
          nameOf={kindName}
        />
      )}
      <PartBars
        {...shared}
        spread={spread("campaign")}
        title={names.campaigns}
        parts={campaigns}
        nameOf={(key) => key ?? words.noCampaign}
      />
      {contentIds && (
        <IdBars {...shared} spread={spread("content_id")} title={names.contentIds} parts={contentIds} nameOf={idName} />
      )}
      {collaborations && (
        <IdBars
          {...shared}
          spread={spread("collaboration")}
          title={names.collaborations}
          parts={collaborations}
          nameOf={collaborationName}
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
  readonly nameOf: (key: string | null) => string;
  readonly measure: "commission" | "cost";
  readonly locale: Locale;
}

const drawn = 5;

/** Ids tell little to the eye: the largest few are drawn, all are in the table. */
function IdBars(props: IdBarsProps) {
  const { caption, parts } = props;
  return (
    <PartBars {...props} caption={parts.length > drawn ? `${caption} ${words.drawn(drawn)}` : caption} drawn={drawn} />
  );
}

function contentName(key: string | null): string {
  return key === null ? words.unknown : (words.contentTypes[key] ?? key);
}

function kindName(key: string | null): string {
  return key === null ? words.noCollaboration : (words.collaborationKinds[key] ?? key);
}

function idName(key: string | null): string {
  return key ?? words.unknown;
}

/** "OPEN:7388…" → "Open collaboration 7388…". */
function collaborationName(key: string | null): string {
  if (key === null) return words.noCollaboration;
  const [kind = "", id = ""] = key.split(":");
  return `${kindName(kind)} ${id}`;
}
