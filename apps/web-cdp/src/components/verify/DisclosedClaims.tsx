"use client";

import type { Verdict } from "@lendfriend/score-proof";
import { usePageFacts } from "#components/shell/PageContext.tsx";
import { claimName, claimValue } from "#components/signed-score/claim-words.ts";
import { Badge } from "#components/ui/Badge.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { useWords } from "#words/use-words.ts";

/** The figures that the file shows, each with whether it was signed. */
export function DisclosedClaims({ disclosures }: Pick<Verdict, "disclosures">) {
  const { locale } = usePageFacts();
  const t = useWords("verify");
  const names = useWords("claims");
  if (disclosures.length === 0) return <p className="text-sm text-ink-soft">{t("disclosures.not_done")}</p>;
  return (
    <DataTable
      caption={t("disclosedTable")}
      captionHidden
      rows={disclosures.map((row, index) => ({ ...row, key: `${row.disclosure.position}-${index}` }))}
      rowKey={({ key }) => key}
      columns={[
        { key: "name", header: t("figure"), cell: ({ disclosure }) => claimName(names, disclosure.claim) },
        { key: "value", header: t("says"), cell: ({ disclosure }) => claimValue(names, locale, disclosure.claim) },
        {
          key: "genuine",
          header: t("signed"),
          cell: ({ genuine }) => (
            <Badge tone={genuine ? "positive" : "danger"}>{t(genuine ? "genuine" : "altered")}</Badge>
          ),
        },
      ]}
    />
  );
}
