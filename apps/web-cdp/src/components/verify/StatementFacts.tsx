"use client";

import type { Verdict } from "@lendfriend/score-proof";
import { usePageFacts } from "#components/shell/PageContext.tsx";
import { formatDate, formatDateTime, formatScore, formatWord } from "#lib/format.ts";

interface StatementFactsProps {
  readonly statement: NonNullable<Verdict["statement"]>;
  readonly signer: Verdict["signer"];
}

/** Every signed field, as the file says it. */
export function StatementFacts({ statement, signer }: StatementFactsProps) {
  const { locale } = usePageFacts();
  const facts: readonly [name: string, value: string, isCode?: boolean][] = [
    ["Score", `${formatScore(locale, statement.scoreMillipoints / 1_000)} of 100`],
    ["Tier", statement.tier],
    ["Confidence", `${formatScore(locale, statement.confidenceMillipoints / 1_000)} of 100`],
    ["Integrity", formatWord(statement.integrity)],
    ["Covers", `${formatDate(locale, statement.windowFrom)} to ${formatDate(locale, statement.windowTo)}`],
    ["Measured", formatDateTime(locale, statement.asOf)],
    ["Issued", formatDateTime(locale, statement.issuedAt)],
    ["Valid until", formatDateTime(locale, statement.expiresAt)],
    ["Complete import", statement.provisional ? "No, provisional" : "Yes"],
    ["Model", statement.model],
    ["Borrower’s wallet", statement.subject, true],
    ["Signed by", signer ?? "", true],
    ["Issuer", statement.issuer, true],
    ["Number", statement.id, true],
    ["Model’s hash", statement.modelHash, true],
  ];
  return (
    <dl className="grid gap-x-6 gap-y-4 text-sm sm:grid-cols-2 lg:grid-cols-4">
      {facts.map(([name, value, isCode]) => (
        <div key={name} className={isCode ? "min-w-0 sm:col-span-2" : "min-w-0"}>
          <dt className="text-ink-soft">{name}</dt>
          <dd className={isCode ? "font-mono text-xs break-all" : "font-medium"}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
