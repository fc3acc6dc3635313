"use client";

import type { CheckName, Verdict } from "@lendfriend/score-proof";
import { usePageFacts } from "#components/shell/PageContext.tsx";
import { Badge } from "#components/ui/Badge.tsx";
import { Card } from "#components/ui/Card.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { PrintButton } from "#components/ui/PrintButton.tsx";
import { formatDateTime } from "#lib/format.ts";
import { DisclosedClaims } from "./DisclosedClaims.tsx";
import { StatementFacts } from "./StatementFacts.tsx";
import { checkWords, outcomeWords, revocationWords, verdictWords } from "./verdict-words.ts";
import { verifyWords as words } from "./verify-words.ts";

const names: readonly CheckName[] = ["form", "issuer", "signature", "signer", "disclosures", "period", "revocation"];
const unproven: ReadonlySet<string> = new Set([
  "other_deployment",
  "malleable_signature",
  "statement_altered",
  "unknown_signer",
]);

/** The answer, every check in plain words, and what the file says. */
export function VerdictView({ verdict }: { readonly verdict: Verdict }) {
  const { locale } = usePageFacts();
  const { tone, title, text } = verdictWords[verdict.code];
  const at = (seconds: number) => formatDateTime(locale, seconds);
  const lineOf = (name: CheckName) =>
    name === "revocation" ? revocationWords(verdict.revocation, at) : checkWords[name][verdict.checks[name]];
  return (
    <div className="space-y-6">
      <Notice tone={tone} title={title}>
        <p>{text}</p>
        {verdict.code === "valid" && verdict.checks.revocation !== "passed" && <p>{lineOf("revocation")}</p>}
        {verdict.malformedAt && <p>{`First problem at: ${verdict.malformedAt}.`}</p>}
        {verdict.statement?.provisional && <p>{words.provisional}</p>}
      </Notice>
      <Card title={words.checks} id="checks" actions={<PrintButton />}>
        <ul className="divide-y divide-line text-sm">
          {names.map((name) => {
            const outcome = outcomeWords[verdict.checks[name]];
            return (
              <li key={name} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5">
                <span className="w-36 font-medium">{checkWords[name].name}</span>
                <Badge tone={outcome.tone}>{outcome.label}</Badge>
                <span className="min-w-0 flex-1 basis-64 text-ink-soft">{lineOf(name)}</span>
              </li>
            );
          })}
        </ul>
      </Card>
      {verdict.statement && (
        <Card title={words.claims} id="claims" lead={unproven.has(verdict.code) ? words.unproven : undefined}>
          <StatementFacts statement={verdict.statement} signer={verdict.signer} />
          <p className="mt-5 max-w-prose text-sm text-ink-soft">{words.notProven}</p>
        </Card>
      )}
      {verdict.statement && (
        <Card title={words.disclosed} id="disclosed" lead={words.notDisclosed(verdict.hiddenCount)}>
          <DisclosedClaims disclosures={verdict.disclosures} />
        </Card>
      )}
    </div>
  );
}
