import { nameOf } from "#components/score/words.ts";
import { Notice } from "#components/ui/Notice.tsx";
import { formatDateTime, type Locale } from "#lib/format.ts";
import type { AdverseAction } from "#server/contract.ts";
import { wordsOf } from "#words/catalogue.ts";

interface InShortProps {
  readonly draft: AdverseAction;
  readonly locale: Locale;
}

/** What an English notice comes to, for whoever reads another language; never on paper, where the notice stands alone. */
export function InShort({ draft, locale }: InShortProps) {
  const t = wordsOf(locale, "adverseAction");
  return (
    <div className="no-print mb-3">
      <Notice title={t("english.title")}>
        <p>{t("english.text")}</p>
        <ul className="list-disc space-y-1 pl-5">
          <li>{t(`decision.${draft.decision}.tells`)}</li>
          <li>{t("english.due", { when: formatDateTime(locale, draft.noticeDueAt) })}</li>
          {draft.reasons.length > 0 && (
            <li>
              {t("english.reasons")} {draft.reasons.map(({ code }) => nameOf(locale, code)).join("; ")}
            </li>
          )}
        </ul>
        <p>{t("english.dispute")}</p>
      </Notice>
    </div>
  );
}
