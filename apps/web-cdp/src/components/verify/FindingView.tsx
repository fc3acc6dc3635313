"use client";

import { Notice } from "#components/ui/Notice.tsx";
import { useWords } from "#words/use-words.ts";
import { VerdictView } from "./VerdictView.tsx";
import type { Finding } from "./verifier.ts";

/** The verdict on a file, or that a link brought none. */
export function FindingView({ finding }: { readonly finding: Finding }) {
  const t = useWords("verify");
  if (finding !== "broken_link") return <VerdictView {...finding} />;
  return (
    <Notice tone="caution" title={t("brokenLink.title")}>
      {t("brokenLink.text")}
    </Notice>
  );
}
