"use client";

import type { CheckName, Verdict } from "@lendfriend/score-proof";
import { usePageFacts } from "#components/shell/PageContext.tsx";
import { Badge } from "#components/ui/Badge.tsx";
import { Card } from "#components/ui/Card.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { PrintButton } from "#components/ui/PrintButton.tsx";
import { formatDateTime } from "#lib/format.ts";
import type { Translator } from "#words/translator.ts";
import { useWords } from "#words/use-words.ts";
import { DisclosedClaims } from "./DisclosedClaims.tsx";
import { StatementFacts } from "./StatementFacts.tsx";
import { outcomeTones, verdictTones } from "./verdict-tones.ts";
import type { JudgedFile } from "./verifier.ts";

const names: readonly CheckName[] = ["form", "issuer", "signature", "signer", "disclosures", "period", "revocation"];
const unproven: ReadonlySet<string> = new Set([
  "other_deployment",
  "malleable_signature",
  "statement_altered",
  "unknown_signer",
]);

/** The answer, every check in plain words, and what the file says. */
export function VerdictView({ verdict, checkedAt }: JudgedFile) {
  const { locale } = usePageFacts();
  const t = useWords("verify");
  const at = (seconds: number) => formatDateTime(locale, seconds);
  const lineOf = (name: CheckName) =>
    name === "revocation" ? revocationText(t, verdict.revocation, at) : t(`${name}.${verdict.checks[name]}`);
  return (
    <div className="space-y-6">
      <Notice tone={verdictTones[verdict.code]} title={t(`verdict.${verdict.code}.title`)}>
        <p>{t(`verdict.${verdict.code}.text`)}</p>
        {verdict.code === "valid" && verdict.checks.revocation !== "passed" && <p>{lineOf("revocation")}</p>}
        {verdict.malformedAt && <p>{t("malformedAt", { place: verdict.malformedAt })}</p>}
        {verdict.statement?.provisional && <p>{t("provisional")}</p>}
      </Notice>
      <Card title={t("checks")} id="checks" lead={t("checkedAt", { time: at(checkedAt) })} actions={<PrintButton />}>
        <ul className="divide-y divide-line text-sm">
          {names.map((name) => {
            const outcome = verdict.checks[name];
            return (
              <li key={name} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5">
                <span className="w-36 font-medium">{t(`${name}.name`)}</span>
                <Badge tone={outcomeTones[outcome]}>{t(`outcome.${outcome}`)}</Badge>
                <span className="min-w-0 flex-1 basis-64 text-ink-soft">{lineOf(name)}</span>
              </li>
            );
          })}
        </ul>
      </Card>
      {verdict.statement && (
        <Card title={t("claims")} id="claims" lead={unproven.has(verdict.code) ? t("unproven") : undefined}>
          <StatementFacts statement={verdict.statement} signer={verdict.signer} />
          <p className="mt-5 max-w-prose text-sm text-ink-soft">{t("notProven")}</p>
        </Card>
      )}
      {verdict.statement && (
        <Card title={t("disclosed")} id="disclosed" lead={t("hidden", { count: verdict.hiddenCount })}>
          <DisclosedClaims disclosures={verdict.disclosures} />
        </Card>
      )}
    </div>
  );
}

/** What the revocation step did, or why it could not. `at` prints a time in unix seconds. */
function revocationText(
  t: Translator<"verify">,
  revocation: Verdict["revocation"],
  at: (seconds: number) => string,
): string {
  switch (revocation.state) {
    case "revoked":
      return t("revocation.revoked", { at: at(revocation.revokedAt), madeAt: at(revocation.madeAt) });
    case "not_listed":
    case "list_too_old":
      return t(`revocation.${revocation.state}`, { madeAt: at(revocation.madeAt) });
    default:
      return t(`revocation.${revocation.state}`);
  }
}
