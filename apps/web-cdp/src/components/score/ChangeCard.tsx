import type { ChangeStory } from "@lendfriend/credit-score";
import Link from "next/link";
import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { formatDateTime, formatPointsExact, type Locale } from "#lib/format.ts";
import { wordsOf } from "#words/catalogue.ts";
import { changedItemWhy, otherAccounts, signedPoints } from "./change-words.ts";
import { Said } from "./Said.tsx";
import { nameOf } from "./words.ts";

interface ChangeCardProps {
  /** Null for a first score. */
  readonly story: ChangeStory | null;
  readonly locale: Locale;
}

/** Why the newest score differs from the one before: parts that add up to the difference, to the thousandth. */
export function ChangeCard({ story, locale }: ChangeCardProps) {
  const t = wordsOf(locale, "score");
  if (story === null) {
    return (
      <Card title={t("changes.title")} id="changes">
        <p className="text-sm text-ink-soft">{t("changes.first")}</p>
      </Card>
    );
  }
  const rows = rowsOf(story, locale);
  const others = otherAccounts(locale, story);
  return (
    <Card
      title={t("changes.title")}
      id="changes"
      lead={t("changes.lead", {
        from: formatDateTime(locale, story.from.asOf),
        to: formatDateTime(locale, story.to.asOf),
      })}
    >
      <div className="space-y-4">
        {others.map((sentence) => (
          <p key={sentence} className="text-sm">
            {sentence}
          </p>
        ))}
        {!story.itemised && <p className="text-sm">{t("changes.notItemised")}</p>}
        {rows.length === 0 ? (
          <p className="text-sm text-ink-soft">{t("changes.nothing")}</p>
        ) : (
          <ChangeTable rows={[...rows, totalRow(story, t("changes.total"))]} locale={locale} />
        )}
      </div>
    </Card>
  );
}

interface Row {
  readonly key: string;
  readonly name: string;
  /** Nothing where the name says it all. */
  readonly why: ReactNode;
  /** Where the model page says how an item is counted. */
  readonly ruleHref: string | null;
  readonly before: number | null;
  readonly after: number | null;
  readonly points: number;
}

function ChangeTable({ rows, locale }: { readonly rows: readonly Row[]; readonly locale: Locale }) {
  const t = wordsOf(locale, "score");
  const exact = (points: number | null) => (points === null ? "" : formatPointsExact(locale, points));
  return (
    <DataTable
      caption={t("changes.caption")}
      captionHidden
      columns={[
        {
          key: "what",
          header: t("changes.what"),
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
          header: t("changes.before"),
          numeric: true,
          wideOnly: true,
          cell: ({ before }) => exact(before),
        },
        { key: "after", header: t("changes.after"), numeric: true, wideOnly: true, cell: ({ after }) => exact(after) },
        {
          key: "change",
          header: t("changes.change"),
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
  const t = wordsOf(locale, "score");
  const unmeasured = { before: null, after: null, ruleHref: null };
  return [
    ...items.map((item) => ({
      key: item.code,
      name: nameOf(locale, item.code),
      why: changedItemWhy(locale, item) ?? <Said text={item.after.reason} said={item.after.said} locale={locale} />,
      ruleHref: `/model#${item.code}`,
      before: item.before.points,
      after: item.after.points,
      points: item.points,
    })),
    ...(caps.millipoints === 0
      ? []
      : [
          {
            ...unmeasured,
            key: "caps",
            name: t("changes.ceilings"),
            why: t("changes.ceilingsWhy"),
            points: caps.points,
          },
        ]),
    ...(model === null
      ? []
      : [
          {
            ...unmeasured,
            key: "model",
            name: t("changes.model"),
            why: itemised ? t("changes.modelWhy") : null,
            points: model.points,
          },
        ]),
  ];
}

function totalRow({ from, to, points }: ChangeStory, name: string): Row {
  return { key: "total", name, why: null, ruleHref: null, before: from.score, after: to.score, points };
}
