import type { ChangeStory } from "@lendfriend/credit-score";
import Link from "next/link";
import { Card } from "#components/ui/Card.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { formatPointsExact, type Locale } from "#lib/format.ts";
import {
  changedItemName,
  changedItemWhy,
  changeLead,
  otherAccounts,
  signedPoints,
  changeWords as words,
} from "./change-words.ts";

interface ChangeCardProps {
  /** Null for a first score. */
  readonly story: ChangeStory | null;
  readonly locale: Locale;
}

/** Why the newest score differs from the one before: parts that add up to the difference, to the thousandth. */
export function ChangeCard({ story, locale }: ChangeCardProps) {
  if (story === null) {
    return (
      <Card title={words.title} id="changes">
        <p className="text-sm text-ink-soft">{words.first}</p>
      </Card>
    );
  }
  const rows = rowsOf(story, locale);
  const others = otherAccounts(story);
  return (
    <Card title={words.title} id="changes" lead={changeLead(locale, story)}>
      <div className="space-y-4">
        {others.map((sentence) => (
          <p key={sentence} className="text-sm">
            {sentence}
          </p>
        ))}
        {!story.itemised && <p className="text-sm">{words.notItemised}</p>}
        {rows.length === 0 ? (
          <p className="text-sm text-ink-soft">{words.nothing}</p>
        ) : (
          <ChangeTable rows={[...rows, totalRow(story)]} locale={locale} />
        )}
      </div>
    </Card>
  );
}

interface Row {
  readonly key: string;
  readonly name: string;
  readonly why: string;
  /** Where the model page says how an item is counted. */
  readonly ruleHref: string | null;
  readonly before: number | null;
  readonly after: number | null;
  readonly points: number;
}

function ChangeTable({ rows, locale }: { readonly rows: readonly Row[]; readonly locale: Locale }) {
  const exact = (points: number | null) => (points === null ? "" : formatPointsExact(locale, points));
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      columns={[
        {
          key: "what",
          header: words.columns.what,
          cell: ({ name, why, ruleHref }) => (
            <>
              {ruleHref === null ? (
                name
              ) : (
                <Link href={ruleHref} prefetch={false} className="underline underline-offset-2">
                  {name}
                </Link>
              )}
              {why && <span className="mt-0.5 block font-normal text-ink-soft">{why}</span>}
            </>
          ),
        },
        {
          key: "before",
          header: words.columns.before,
          numeric: true,
          wideOnly: true,
          cell: ({ before }) => exact(before),
        },
        { key: "after", header: words.columns.after, numeric: true, wideOnly: true, cell: ({ after }) => exact(after) },
        {
          key: "change",
          header: words.columns.change,
          numeric: true,
          cell: ({ points }) => signedPoints(locale, points),
        },
      ]}
      rows={rows}
      rowKey={({ key }) => key}
    />
  );
}

function rowsOf({ items, caps, model, itemised }: ChangeStory, locale: Locale): readonly Row[] {
  const unmeasured = { before: null, after: null, ruleHref: null };
  return [
    ...items.map((item) => ({
      key: item.code,
      name: changedItemName(item),
      why: changedItemWhy(locale, item),
      ruleHref: `/model#${item.code}`,
      before: item.before.points,
      after: item.after.points,
      points: item.points,
    })),
    ...(caps.millipoints === 0
      ? []
      : [{ ...unmeasured, key: "caps", name: words.ceilings, why: words.ceilingsWhy, points: caps.points }]),
    ...(model === null
      ? []
      : [
          { ...unmeasured, key: "model", name: words.model, why: itemised ? words.modelWhy : "", points: model.points },
        ]),
  ];
}

function totalRow({ from, to, points }: ChangeStory): Row {
  return { key: "total", name: words.total, why: "", ruleHref: null, before: from.score, after: to.score, points };
}
