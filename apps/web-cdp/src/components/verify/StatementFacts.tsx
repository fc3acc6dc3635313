"use client";

import type { Verdict } from "@lendfriend/score-proof";
import { usePageFacts } from "#components/shell/PageContext.tsx";
import { formatDate, formatDateTime, formatScore } from "#lib/format.ts";
import { integrityName } from "#words/integrity-name.ts";
import { tierName } from "#words/tier-name.ts";
import { useWords } from "#words/use-words.ts";

interface StatementFactsProps {
  readonly statement: NonNullable<Verdict["statement"]>;
  readonly signer: Verdict["signer"];
}

/** Every signed field, as the file says it. */
export function StatementFacts({ statement, signer }: StatementFactsProps) {
  const { locale } = usePageFacts();
  const t = useWords("verify");
  const claims = useWords("claims");
  const ofHundred = (millipoints: number) => t("fact.ofHundred", { points: formatScore(locale, millipoints / 1_000) });
  const facts: readonly [name: string, value: string, isCode?: boolean][] = [
    [t("fact.score"), ofHundred(statement.scoreMillipoints)],
    [t("fact.tier"), tierName(claims, statement.tier)],
    [t("fact.confidence"), ofHundred(statement.confidenceMillipoints)],
    [t("fact.integrity"), integrityName(claims, statement.integrity)],
    [
      t("fact.covers"),
      t("fact.period", {
        from: formatDate(locale, statement.windowFrom),
        to: formatDate(locale, statement.windowTo),
      }),
    ],
    [t("fact.measured"), formatDateTime(locale, statement.asOf)],
    [t("fact.issued"), formatDateTime(locale, statement.issuedAt)],
    [t("fact.validUntil"), formatDateTime(locale, statement.expiresAt)],
    [t("fact.complete"), t(statement.provisional ? "fact.no" : "fact.yes")],
    [t("fact.model"), statement.model],
    [t("fact.subject"), statement.subject, true],
    [t("fact.signer"), signer ?? "", true],
    [t("fact.issuer"), statement.issuer, true],
    [t("fact.id"), statement.id, true],
    [t("fact.modelHash"), statement.modelHash, true],
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
