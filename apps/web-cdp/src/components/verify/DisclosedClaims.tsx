"use client";

import type { Verdict } from "@lendfriend/score-proof";
import { usePageFacts } from "#components/shell/PageContext.tsx";
import { claimName, claimValue } from "#components/signed-score/claim-words.ts";
import { Badge } from "#components/ui/Badge.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { checkWords } from "./verdict-words.ts";
import { verifyWords as words } from "./verify-words.ts";

/** The figures that the file shows, each with whether it was signed. */
export function DisclosedClaims({ disclosures }: Pick<Verdict, "disclosures">) {
  const { locale } = usePageFacts();
  if (disclosures.length === 0) return <p className="text-sm text-ink-soft">{checkWords.disclosures.not_done}</p>;
  return (
    <DataTable
      caption={words.disclosedTable}
      captionHidden
      rows={disclosures.map((row, index) => ({ ...row, key: `${row.disclosure.position}-${index}` }))}
      rowKey={({ key }) => key}
      columns={[
        { key: "name", header: "Figure", cell: ({ disclosure }) => claimName(disclosure.claim) },
        { key: "value", header: "Says", cell: ({ disclosure }) => claimValue(locale, disclosure.claim) },
        {
          key: "genuine",
          header: "Signed",
          cell: ({ genuine }) => (
            <Badge tone={genuine ? "positive" : "danger"}>{genuine ? words.genuine : words.altered}</Badge>
          ),
        },
      ]}
    />
  );
}
