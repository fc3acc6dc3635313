import type { Metadata } from "next";
import { PageTitle } from "#components/shell/PageTitle.tsx";
import { Card, CardHead } from "#components/ui/Card.tsx";
import { DownloadLink } from "#components/ui/DownloadLink.tsx";
import { VerifyPanel } from "#components/verify/VerifyPanel.tsx";
import { readPageSetting } from "#lib/page-setting.ts";
import { app } from "#server/deps.ts";
import { messagesFor, wordsOf } from "#words/catalogue.ts";
import { MessagesProvider } from "#words/MessagesProvider.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await readPageSetting();
  return { title: wordsOf(locale, "verify")("title") };
}

export default async function VerifyPage() {
  const { locale } = await readPageSetting();
  const t = wordsOf(locale, "verify");
  const { issuer, signers } = app().readScoreSigners();
  return (
    <>
      <PageTitle title={t("title")} lead={t("lead")} />
      <div className="space-y-6">
        <MessagesProvider messages={messagesFor(locale, ["verify", "claims"])}>
          <VerifyPanel
            issuer={issuer}
            signers={signers}
            inputHead={
              <>
                <label htmlFor="signed-score" className="block text-sm font-medium">
                  {t("input")}
                </label>
                <p id="signed-score-hint" className="text-sm text-ink-soft">
                  {t("hint")}
                </p>
              </>
            }
            listHead={<CardHead title={t("listTitle")} id="revocations" lead={t("listText")} />}
            saveList={
              <DownloadLink href="/api/signed-scores/revoked" name="revoked-scores.json" label={t("saveList")} />
            }
          />
        </MessagesProvider>
        <Card title={t("signers")} id="signers" lead={t("signersText")}>
          <ul className="space-y-1 font-mono text-xs break-all">
            {signers.map((signer) => (
              <li key={signer}>{signer}</li>
            ))}
          </ul>
        </Card>
      </div>
    </>
  );
}
