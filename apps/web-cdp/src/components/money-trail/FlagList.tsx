import { Badge } from "#components/ui/Badge.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { formatDate, formatMoney, type Locale } from "#lib/format.ts";
import type { FlagKind, StoredFlag } from "#server/tie-out-page.ts";
import { wordsOf } from "#words/catalogue.ts";
import type { Translator } from "#words/translator.ts";
import type { Audience } from "./audience.ts";
import { stateTones } from "./state-tones.ts";

interface FlagListProps {
  readonly flags: readonly StoredFlag[];
  readonly kind: FlagKind | null;
  readonly audience: Audience;
  readonly locale: Locale;
}

/** Each flagged id with what it means and what to do about it. */
export function FlagList({ flags, kind, audience, locale }: FlagListProps) {
  const t = wordsOf(locale, "moneyTrail");
  if (flags.length === 0) {
    return (
      <EmptyState title={kind === null ? t("nothing") : t("nothingOfKind")}>
        <p>{kind === null ? t("nothingText") : t("nothingOfKindText")}</p>
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

interface FlagEntryProps extends Pick<FlagListProps, "audience" | "locale"> {
  readonly flag: StoredFlag;
}

function FlagEntry({ flag, audience, locale }: FlagEntryProps) {
  const t = wordsOf(locale, "moneyTrail");
  return (
    <article className="grid gap-x-6 gap-y-3 text-sm md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="min-w-0 space-y-1">
        <h3 className="flex flex-wrap items-center gap-2 font-semibold">
          <Badge tone={stateTones[flag.kind]}>{t(`state.${flag.kind}.label`)}</Badge>
          {t(`problem.${flag.problem}.title`)}
        </h3>
        <p>
          {t(`subject.${flag.subject}.one`)} <span className="font-mono text-xs break-all">{flag.id}</span>
        </p>
        <p className="text-ink-soft">{t(`problem.${flag.problem}.means`)}</p>
        <p>{t(`problem.${flag.problem}.todo.${audience}`)}</p>
      </div>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] content-start gap-x-4 gap-y-1 self-start">
        {factsOf(flag, locale, t).map(({ name, value, isId }) => (
          <div key={name} className="contents">
            <dt className="text-ink-soft">{name}</dt>
            <dd className={isId ? "font-mono text-xs leading-5 break-all" : "tabular-nums"}>{value}</dd>
          </div>
        ))}
      </dl>
    </article>
  );
}

function factsOf(flag: StoredFlag, locale: Locale, t: Translator<"moneyTrail">) {
  const money = (amount: string | null, currency: string) =>
    amount === null ? t("nobody") : formatMoney(locale, amount, currency);
  const ids = [
    { name: t("order"), value: flag.subject === "order" ? null : flag.orderId },
    { name: t("statement"), value: flag.subject === "statement" ? null : flag.statementId },
    { name: t("payment"), value: flag.subject === "payment" ? null : flag.paymentId },
    { name: t("shop"), value: flag.shopId },
  ].flatMap(({ name, value }) => (value === null ? [] : [{ name, value, isId: true }]));
  return [
    { name: t("expected"), value: money(flag.expected, flag.currency), isId: false },
    { name: t("found"), value: money(flag.found, flag.foundCurrency ?? flag.currency), isId: false },
    { name: t("date"), value: formatDate(locale, flag.at), isId: false },
    ...ids,
  ];
}
