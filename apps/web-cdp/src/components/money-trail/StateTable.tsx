import { FigureLink } from "#components/rows/FigureLink.tsx";
import { Badge } from "#components/ui/Badge.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { formatCount, formatMoney, type Locale } from "#lib/format.ts";
import { figureName } from "#server/figure-catalogue.ts";
import type { OldDelivered, TrailCount } from "#server/tie-out-page.ts";
import { wordsOf } from "#words/catalogue.ts";
import { stateTones } from "./state-tones.ts";

const subjectOrder = ["order", "statement", "payment", "settlement", "unsettled"] as const;
const stateOrder = ["MATCHED", "PENDING", "MISSING", "MISMATCH", "PARTIAL", "ORPHAN"] as const;

interface StateTableProps {
  readonly counts: readonly TrailCount[];
  /** Of the page that tells where figures come from. */
  readonly rowsPath: string;
  readonly locale: Locale;
}

/** How many orders, statements and payments are in each state, in each currency. */
export function StateTable({ counts, rowsPath, locale }: StateTableProps) {
  const t = wordsOf(locale, "moneyTrail");
  const rows = [...counts].sort(
    (left, right) =>
      subjectOrder.indexOf(left.subject) - subjectOrder.indexOf(right.subject) ||
      stateOrder.indexOf(left.state) - stateOrder.indexOf(right.state) ||
      (left.currency < right.currency ? -1 : 1),
  );
  return (
    <DataTable
      caption={t("summaryTable")}
      captionHidden
      columns={[
        {
          key: "subject",
          header: t("column.subject"),
          cell: ({ subject }) => <span className="block min-w-24">{t(`subject.${subject}.many`)}</span>,
        },
        {
          key: "state",
          header: t("column.state"),
          cell: ({ state }) => <Badge tone={stateTones[state]}>{t(`state.${state}.label`)}</Badge>,
        },
        {
          key: "count",
          header: t("column.count"),
          numeric: true,
          cell: ({ subject, state, currency, count }) => (
            <FigureLink figure={figureName.trail(subject, state, currency)} path={rowsPath}>
              {formatCount(locale, count)}
            </FigureLink>
          ),
        },
        {
          key: "value",
          header: t("column.value"),
          numeric: true,
          cell: ({ value, currency }) => formatMoney(locale, value, currency),
        },
      ]}
      rows={rows}
      rowKey={({ subject, state, currency }) => `${subject} ${state} ${currency}`}
    />
  );
}

/** What each state means, to be opened by whoever wants to know. */
export function StateMeanings({ locale }: { readonly locale: Locale }) {
  const t = wordsOf(locale, "moneyTrail");
  return (
    <details className="text-sm">
      <summary className="flex min-h-11 cursor-pointer items-center text-accent underline underline-offset-2">
        {t("howTitle")}
      </summary>
      <dl className="mt-2 space-y-3">
        {stateOrder.map((state) => (
          <div key={state}>
            <dt className="font-medium">{t(`state.${state}.label`)}</dt>
            <dd className="max-w-prose text-ink-soft">{t(`state.${state}.means`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Old deliveries and which of them are missing: what the badge is made of. */
export function OldDeliveredTable({
  rows,
  rowsPath,
  locale,
}: {
  readonly rows: readonly OldDelivered[];
  readonly rowsPath: string;
  readonly locale: Locale;
}) {
  const t = wordsOf(locale, "moneyTrail");
  if (rows.length === 0) return <p className="text-sm text-ink-soft">{t("oldNone")}</p>;
  return (
    <DataTable
      caption={t("oldTable")}
      captionHidden
      columns={[
        { key: "currency", header: t("oldColumn.currency"), cell: ({ currency }) => currency },
        {
          key: "count",
          header: t("oldColumn.count"),
          numeric: true,
          cell: ({ count }) => (
            <FigureLink figure="old_delivered" path={rowsPath}>
              {formatCount(locale, count)}
            </FigureLink>
          ),
        },
        {
          key: "value",
          header: t("oldColumn.value"),
          numeric: true,
          cell: ({ value, currency }) => formatMoney(locale, value, currency),
        },
        {
          key: "missingCount",
          header: t("oldColumn.missing"),
          numeric: true,
          cell: ({ missingCount }) => (
            <FigureLink figure="old_unreconciled" path={rowsPath}>
              {formatCount(locale, missingCount)}
            </FigureLink>
          ),
        },
        {
          key: "missingValue",
          header: t("oldColumn.value"),
          numeric: true,
          cell: ({ missingValue, currency }) => formatMoney(locale, missingValue, currency),
        },
      ]}
      rows={rows}
      rowKey={({ currency }) => currency}
    />
  );
}
