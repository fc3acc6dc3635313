import type { Attribution } from "../attribution.ts";
import type { FirstInsights, Insights } from "../insights.ts";
import type { InsightPart } from "../part-sums.ts";
import type { SpreadName } from "./figure-name.ts";

interface Spread {
  readonly spread: SpreadName;
  readonly parts: readonly InsightPart[];
}

/** The lists of the insights under the names that figures have. */
export function spreadsOf(insights: Insights | FirstInsights): readonly Spread[] {
  const first: readonly Spread[] = [
    { spread: "weekday", parts: insights.weekdays },
    { spread: "hour", parts: insights.hours },
    { spread: "market", parts: insights.markets },
    { spread: "partner_shop", parts: insights.partnerShops },
  ];
  if (insights.schema === 1) {
    const { content, campaigns } = insights;
    return [...first, { spread: "content", parts: content }, { spread: "campaign", parts: campaigns }];
  }
  return [...first, ...attributed("", insights), ...attributed("cost_", insights.costs)];
}

function attributed(before: "" | "cost_", attribution: Attribution): readonly Spread[] {
  return [
    { spread: `${before}content`, parts: attribution.content },
    { spread: `${before}content_id`, parts: attribution.contentIds },
    { spread: `${before}campaign`, parts: attribution.campaigns },
    { spread: `${before}collaboration_kind`, parts: attribution.collaborationKinds },
    { spread: `${before}collaboration`, parts: attribution.collaborations },
  ];
}
