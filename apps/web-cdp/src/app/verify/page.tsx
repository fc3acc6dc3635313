import type { Metadata } from "next";
import { PageTitle } from "#components/shell/PageTitle.tsx";
import { Card } from "#components/ui/Card.tsx";
import { VerifyPanel } from "#components/verify/VerifyPanel.tsx";
import { verifyWords as words } from "#components/verify/verify-words.ts";
import { readPageSetting } from "#lib/page-setting.ts";
import { app } from "#server/deps.ts";

export const metadata: Metadata = { title: words.title };

export default async function VerifyPage() {
  // The page is made per request: its scripts carry the request's nonce.
  await readPageSetting();
  const { issuer, signers } = app().readScoreSigners();
  return (
    <>
      <PageTitle title={words.title} lead={words.lead} />
      <div className="space-y-6">
        <VerifyPanel issuer={issuer} signers={signers} />
        <Card title={words.signers} id="signers" lead={words.signersText}>
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
