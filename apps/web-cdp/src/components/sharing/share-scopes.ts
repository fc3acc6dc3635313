import type { ShareScope } from "#server/contract.ts";

/** Scopes from the narrowest to the widest. */
export const shareScopes = ["tier", "factors", "metrics"] as const satisfies readonly ShareScope[];

interface ScopeWords {
  readonly name: string;
  readonly summary: string;
  readonly shows: readonly string[];
  readonly hides: readonly string[];
}

const history = "The scores before it, and what changed since the last one";
const insights = "Insights: how sales spread over products, creators, markets, content, campaigns and hours";

/** Exactly what a lender sees under each scope, in the words of the form, the preview and the lender's page. */
export const scopeWords = {
  tier: {
    name: "Tier only",
    summary: "The tier in one word, with confidence and integrity.",
    shows: ["Tier", "Confidence", "Integrity", "Date of the score", "Whether your accounts are still connected"],
    hides: [
      "The number of points",
      "The four factors and their reasons",
      "Every sum and count",
      insights,
      history,
      "Names of your shops",
    ],
  },
  factors: {
    name: "Score and factors",
    summary: "The score with every point and reason, without your sales figures.",
    shows: [
      "Everything of “Tier only”",
      "The score in points",
      "The four factors, each item’s points and its reason, with the figures in it blanked",
      "Reasons, ceilings and alerts",
    ],
    hides: [
      "Sales, refunds and order counts",
      "Charts by week, shop and currency",
      insights,
      history,
      "Names of your shops",
    ],
  },
  metrics: {
    name: "Everything",
    summary: "The score with the sales figures it was made from.",
    shows: [
      "Everything of “Score and factors”",
      "Sales, refunds, net and order counts",
      "Charts by week, shop and currency",
      insights,
      history,
      "What was left out, and why",
      "The money trail: its sums, and the id and amount of each order, settlement, statement and payment that does not add up",
      "Names of your shops",
    ],
    hides: ["Single orders that add up", "Buyers: we do not have their details"],
  },
} as const satisfies Record<ShareScope, ScopeWords>;

/** Figures of the borrower's own report that the preview fills in. */
export interface PreviewFigures {
  readonly tier: string;
  readonly score: string;
  readonly confidence: string;
  readonly integrity: string;
  readonly asOf: string;
  readonly net: string;
  readonly orderCount: string;
}

export interface PreviewLine {
  readonly label: string;
  /** Null where the lender sees that it was not shared. */
  readonly value: string | null;
}

/** What the head of the lender's page will say under a scope, line by line. */
export function sharePreview(scope: ShareScope, figures: PreviewFigures): readonly PreviewLine[] {
  const seesScore = scope !== "tier";
  const seesMetrics = scope === "metrics";
  return [
    { label: "Tier", value: figures.tier },
    { label: "Score", value: seesScore ? figures.score : null },
    { label: "Confidence", value: figures.confidence },
    { label: "Integrity", value: figures.integrity },
    { label: "Date of the score", value: figures.asOf },
    { label: "Factors and reasons", value: seesScore ? "all of them" : null },
    { label: "Net sales, 90 days", value: seesMetrics ? figures.net : null },
    { label: "Qualifying orders", value: seesMetrics ? figures.orderCount : null },
  ];
}
