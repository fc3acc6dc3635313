import { nameOf } from "#components/score/words.ts";
import type { Cell } from "#lib/csv.ts";
import type { InsightPart, SharedScore } from "#server/contract.ts";
import { fileLocale } from "./file-locale.ts";

type Spread = NonNullable<NonNullable<SharedScore["insights"]>["spread"]>;

/** What stands beside a shared report, as rows of its file: earlier scores, the last change, and how the income is spread. */
export function besideRows({ history, changes, insights }: SharedScore): Cell[][] {
  return [
    ...(history ?? []).map((entry): Cell[] => [
      "history",
      entry.asOf,
      entry.score,
      100,
      entry.tier,
      null,
      entry.provisional ? "provisional" : null,
      `${entry.model} ${entry.modelHash}`,
    ]),
    ...(changes === null ? [] : changeRows(changes)),
    ...(insights?.spread ? insightRows(insights.spread) : []),
  ];
}

function changeRows({ items, caps, model, points, from }: NonNullable<SharedScore["changes"]>): Cell[][] {
  const row = (name: string, moved: number, text: string | null): Cell[] => [
    "change",
    name,
    moved,
    null,
    null,
    null,
    null,
    text,
  ];
  return [
    row("since", points, from.asOf),
    ...items.map((item) => row(nameOf(fileLocale, item.code), item.points, item.after.reason)),
    ...(caps.millipoints === 0 ? [] : [row("ceilings", caps.points, null)]),
    ...(model === null ? [] : [row("model", model.points, null)]),
  ];
}

function insightRows(spread: Spread): Cell[][] {
  const { weekdays, hours, markets, partnerShops, content, campaigns } = spread;
  const known = {
    weekday: weekdays,
    hour: hours,
    market: markets,
    partner_shop: partnerShops,
    content,
    campaign: campaigns,
  };
  const lists =
    spread.schema === 1 ? known : { ...known, ...attributed("", spread), ...attributed("cost_", spread.costs) };
  return Object.entries(lists).flatMap(([name, parts]) => parts.map((part) => partRow(`insight_${name}`, part)));
}

type Attribution = Extract<Spread, { readonly schema: 2 }>["costs"];

function attributed(prefix: string, attribution: Attribution): Record<string, readonly InsightPart[]> {
  return {
    [`${prefix}content`]: attribution.content,
    [`${prefix}content_id`]: attribution.contentIds,
    [`${prefix}campaign`]: attribution.campaigns,
    [`${prefix}collaboration_kind`]: attribution.collaborationKinds,
    [`${prefix}collaboration`]: attribution.collaborations,
  };
}

function partRow(section: string, { key, isRest, currency, count, net, netUsd }: InsightPart): Cell[] {
  const name = key ?? (isRest ? "all_others" : "not_reported");
  return [section, name, null, null, net, currency, null, `${count} counted, ${netUsd} USD`];
}
