import { Badge } from "#components/ui/Badge.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { formatDate, formatMoney, type Locale } from "#lib/format.ts";
import type { FlagKind, StoredFlag } from "#server/tie-out-page.ts";
import { type Audience, problemWords, stateWords, subjectWords, trailWords as words } from "./words.ts";

interface FlagListProps {
  readonly flags: readonly StoredFlag[];
  readonly kind: FlagKind | null;
  readonly audience: Audience;
  readonly locale: Locale;
}

/** Each flagged id with what it means and what to do about it. */
export function FlagList({ flags, kind, audience, locale }: FlagListProps) {
  if (flags.length === 0) {
    return (
      <EmptyState title={kind === null ? words.nothing : words.nothingOfKind}>
        <p>{kind === null ? words.nothingText : words.nothingOfKindText}</p>
      </EmptyState>
    );
  }
  return (
    <ul className="divide-y divide-line">
      {flags.map((flag) => (
        <li key={`${flag.kind} ${flag.subject} ${flag.shopId} ${flag.id}`} className="py-4 first:pt-0 last:pb-0">
          <FlagEntry flag={flag} audience={audience} locale={locale} />
        </li>
      ))}
    </ul>
  );
}

function FlagEntry({
  flag,
  audience,
  locale,
}: {
  readonly flag: StoredFlag;
  readonly audience: Audience;
  readonly locale: Locale;
}) {
  const { title, means, todo } = problemWords[flag.problem];
  return (
    <article className="grid gap-x-6 gap-y-3 text-sm md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="min-w-0 space-y-1">
        <h3 className="flex flex-wrap items-center gap-2 font-semibold">
          <Badge tone={stateWords[flag.kind].tone}>{stateWords[flag.kind].label}</Badge>
          {title}
        </h3>
        <p>
          {subjectWords[flag.subject].one} <span className="font-mono text-xs break-all">{flag.id}</span>
        </p>
        <p className="text-ink-soft">{means}</p>
        <p>{todo[audience]}</p>
      </div>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] content-start gap-x-4 gap-y-1 self-start">
        {factsOf(flag, locale).map(({ name, value, isId }) => (
          <div key={name} className="contents">
            <dt className="text-ink-soft">{name}</dt>
            <dd className={isId ? "font-mono text-xs leading-5 break-all" : "tabular-nums"}>{value}</dd>
          </div>
        ))}
      </dl>
    </article>
  );
}

function factsOf(flag: StoredFlag, locale: Locale) {
  const money = (amount: string | null, currency: string) =>
    amount === null ? words.nobody : formatMoney(locale, amount, currency);
  const ids = [
    { name: words.order, value: flag.subject === "order" ? null : flag.orderId },
    { name: words.statement, value: flag.subject === "statement" ? null : flag.statementId },
    { name: words.payment, value: flag.subject === "payment" ? null : flag.paymentId },
    { name: words.shop, value: flag.shopId },
  ].flatMap(({ name, value }) => (value === null ? [] : [{ name, value, isId: true }]));
  return [
    { name: words.expected, value: money(flag.expected, flag.currency), isId: false },
    { name: words.found, value: money(flag.found, flag.foundCurrency ?? flag.currency), isId: false },
    { name: words.date, value: formatDate(locale, flag.at), isId: false },
    ...ids,
  ];
}
