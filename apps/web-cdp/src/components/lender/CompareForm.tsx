import { buttonClass } from "#components/ui/button-class.ts";
import { formatScore, formatWallet, type Locale } from "#lib/format.ts";
import type { SharedBorrower } from "#server/contract.ts";
import { wordsOf } from "#words/catalogue.ts";
import { tierName } from "#words/tier-name.ts";

interface CompareFormProps {
  readonly borrowers: readonly SharedBorrower[];
  readonly first?: string | null;
  readonly second?: string | null;
  readonly locale: Locale;
}

/** Chooses two borrowers. A plain form: it works without script, and the choice is an address that can be kept. */
export function CompareForm({ borrowers, first, second, locale }: CompareFormProps) {
  const t = wordsOf(locale, "compare");
  const [one, two] = borrowers;
  return (
    <form action="/lender/compare" method="get" className="no-print flex flex-wrap items-end gap-3">
      <Choice name="a" label={t("first")} borrowers={borrowers} chosen={first ?? one?.wallet} locale={locale} />
      <Choice name="b" label={t("second")} borrowers={borrowers} chosen={second ?? two?.wallet} locale={locale} />
      <button type="submit" className={buttonClass("secondary")}>
        {t("submit")}
      </button>
    </form>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly borrowers: readonly SharedBorrower[];
  readonly chosen: string | undefined;
  readonly locale: Locale;
}

function Choice({ name, label, borrowers, chosen, locale }: ChoiceProps) {
  const tiers = wordsOf(locale, "claims");
  return (
    <label className="min-w-0 text-sm">
      <span className="mb-1 block text-ink-soft">{label}</span>
      <select
        name={name}
        defaultValue={chosen}
        className="min-h-11 w-full max-w-72 rounded-lg border border-control bg-surface px-3 text-ink"
      >
        {borrowers.map(({ wallet, score, tier }) => (
          <option key={wallet} value={wallet}>
            {[formatWallet(wallet), score === null ? tier && tierName(tiers, tier) : formatScore(locale, score)]
              .filter(Boolean)
              .join(" · ")}
          </option>
        ))}
      </select>
    </label>
  );
}
