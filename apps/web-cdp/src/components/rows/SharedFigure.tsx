import type { ScoreReport } from "@lendfriend/credit-score";
import Link from "next/link";
import { Card } from "#components/ui/Card.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import type { Locale } from "#lib/format.ts";
import { labelOf } from "#server/compare-figures.ts";
import { wordsOf } from "#words/catalogue.ts";
import { FigureFacts } from "./FigureFacts.tsx";
import { figureTitle } from "./figure-title.ts";

interface SharedFigureProps {
  readonly figure: string;
  readonly wallet: string;
  readonly report: Pick<ScoreReport, "asOf"> & Partial<ScoreReport>;
  readonly locale: Locale;
}

/** A figure as a lender may look into it: its formula and its source. No share shows single rows, and the page says so. */
export function SharedFigure({ figure, wallet, report, locale }: SharedFigureProps) {
  const t = wordsOf(locale, "rows");
  const label = report.metrics ? labelOf(figure, report.metrics) : null;
  return (
    <div className="space-y-6">
      <Card title={figureTitle(locale, { figure, label })} id="figure">
        <FigureFacts figure={figure} asOf={report.asOf} locale={locale} />
      </Card>
      <Notice title={t("notShared")}>
        <p>{t("notSharedText")}</p>
        {report.metrics && (
          <p>
            <Link
              href={`/lender/${wallet}/money-trail`}
              prefetch={false}
              className="inline-flex min-h-11 items-center underline"
            >
              {t("toTrail")}
            </Link>
          </p>
        )}
      </Notice>
    </div>
  );
}
