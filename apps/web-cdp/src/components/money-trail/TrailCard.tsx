import Link from "next/link";
import { buttonClass } from "#components/ui/button-class.ts";
import { Card } from "#components/ui/Card.tsx";
import type { Locale } from "#lib/format.ts";
import type { TieOutPage } from "#server/tie-out-page.ts";
import { wordsOf } from "#words/catalogue.ts";
import { StateTable } from "./StateTable.tsx";
import { untiedText } from "./untied-text.ts";

interface TrailCardProps {
  readonly href: string;
  /** Of the page that tells where figures come from. */
  readonly rowsPath: string;
  readonly locale: Locale;
  /** Null where the sums stand on the page behind the link only. */
  readonly tieOut: TieOutPage | null;
}

/** The way to the money trail, with its sums where they are at hand. */
export function TrailCard({ href, rowsPath, tieOut, locale }: TrailCardProps) {
  const t = wordsOf(locale, "moneyTrail");
  const orders = tieOut?.counts.filter(({ subject }) => subject === "order") ?? [];
  return (
    <Card
      title={t("title")}
      id="money-trail"
      lead={t("cardLead")}
      actions={
        <Link href={href} prefetch={false} className={`no-print ${buttonClass("secondary", "sm")}`}>
          {t("open")}
        </Link>
      }
    >
      {orders.length > 0 && <StateTable counts={orders} rowsPath={rowsPath} locale={locale} />}
      {tieOut?.untied.map((account) => (
        <p key={`${account.account} ${account.reason}`} className="mt-3 text-sm text-ink-soft">
          {untiedText(t, account)}
        </p>
      ))}
    </Card>
  );
}
