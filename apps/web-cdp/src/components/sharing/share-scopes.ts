import type { Audience } from "#components/money-trail/audience.ts";
import type { ShareScope } from "#server/contract.ts";
import type { Messages, Translator } from "#words/translator.ts";

/** Scopes from the narrowest to the widest. */
export const shareScopes = ["tier", "factors", "metrics"] as const satisfies readonly ShareScope[];

type Part = keyof Messages["sharing"]["part"];

/** Exactly what a lender sees under each scope, for the form's preview and the lender's page. */
const parts: Readonly<Record<ShareScope, { readonly shows: readonly Part[]; readonly hides: readonly Part[] }>> = {
  tier: {
    shows: ["tier", "confidence", "integrity", "date", "connected"],
    hides: ["points", "factors", "everySum", "insights", "history", "shopNames"],
  },
  factors: {
    shows: ["likeTier", "scorePoints", "blankedFactors", "reasons"],
    hides: ["counts", "charts", "insights", "history", "shopNames"],
  },
  metrics: {
    shows: ["likeFactors", "netCounts", "charts", "insights", "history", "leftOut", "moneyTrail", "shopNames"],
    hides: ["sameOrders", "buyers"],
  },
};

/** What a scope shows, in words for the borrower. */
export function shownParts(t: Translator<"sharing">, scope: ShareScope): readonly string[] {
  return parts[scope].shows.map((part) => t(`part.${part}`));
}

/** What a scope leaves out, in words for the borrower or for the lender. */
export function hiddenParts(t: Translator<"sharing">, scope: ShareScope, audience: Audience): readonly string[] {
  return parts[scope].hides.map((part) =>
    audience === "lender" && part === "shopNames" ? t("lenderPart.shopNames") : t(`part.${part}`),
  );
}

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
export function sharePreview(
  t: Translator<"sharing">,
  scope: ShareScope,
  figures: PreviewFigures,
): readonly PreviewLine[] {
  const seesScore = scope !== "tier";
  const seesMetrics = scope === "metrics";
  return [
    { label: t("preview.tier"), value: figures.tier },
    { label: t("preview.score"), value: seesScore ? figures.score : null },
    { label: t("preview.confidence"), value: figures.confidence },
    { label: t("preview.integrity"), value: figures.integrity },
    { label: t("preview.asOf"), value: figures.asOf },
    { label: t("preview.reasons"), value: seesScore ? t("preview.allReasons") : null },
    { label: t("preview.net"), value: seesMetrics ? figures.net : null },
    { label: t("preview.orderCount"), value: seesMetrics ? figures.orderCount : null },
  ];
}
