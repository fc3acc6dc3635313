import { Card } from "#components/ui/Card.tsx";
import { DownloadLink } from "#components/ui/DownloadLink.tsx";
import type { Locale } from "#lib/format.ts";
import { wordsOf } from "#words/catalogue.ts";
import { DeleteAccount } from "./DeleteAccount.tsx";

/** What a person may do with everything that is held about them. */
export function AccountSection({ locale }: { readonly locale: Locale }) {
  const t = wordsOf(locale, "account");
  return (
    <Card title={t("title")} id="data" lead={t("lead")}>
      <div className="max-w-prose space-y-6 text-sm">
        <div className="space-y-2">
          <h3 className="font-semibold">{t("exportTitle")}</h3>
          <p className="text-ink-soft">{t("exportText")}</p>
          <p className="text-ink-soft">{t("exportWhole")}</p>
          <p className="pt-1">
            <DownloadLink href="/api/account/export" name="lendfriend-my-data.ndjson" label={t("exportLabel")} />
          </p>
        </div>
        <div className="space-y-2">
          <h3 className="font-semibold">{t("deleteTitle")}</h3>
          <p className="text-ink-soft">{t("deleteText")}</p>
          <DeleteAccount />
        </div>
      </div>
    </Card>
  );
}
