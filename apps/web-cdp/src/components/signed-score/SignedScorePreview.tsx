"use client";

import type { SignedScore } from "@lendfriend/score-proof";
import { usePageFacts } from "#components/shell/PageContext.tsx";
import { Button } from "#components/ui/Button.tsx";
import { CopyButton } from "#components/ui/CopyButton.tsx";
import { claimName, claimValue } from "./claim-words.ts";
import { signedScoreWords as words } from "./signed-score-words.ts";

/** The file itself, what it shows in words, and the ways to take it along. */
export function SignedScorePreview({ file }: { readonly file: SignedScore }) {
  const { locale } = usePageFacts();
  const text = JSON.stringify(file, null, 2);
  const hiddenCount = file.statement.claimCount - file.disclosures.length;

  function download() {
    const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = `signed-score-${file.statement.id.slice(0, 8)}.json`;
    link.click();
    URL.revokeObjectURL(address);
  }

  return (
    <div className="space-y-3">
      <h3 className="font-medium">{words.inside}</h3>
      {file.disclosures.length === 0 ? (
        <p className="text-ink-soft">{words.insideNone}</p>
      ) : (
        <ul className="list-disc space-y-1 pl-5">
          {file.disclosures.map(({ claim, position }) => (
            <li key={position}>{`${claimName(claim)}: ${claimValue(locale, claim)}`}</li>
          ))}
        </ul>
      )}
      <p className="text-ink-soft">{words.hidden(hiddenCount)}</p>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={download}>
          {words.download}
        </Button>
        <CopyButton text={text} label={words.copy} />
      </div>
      <details>
        <summary className="min-h-11 content-center text-accent">{words.whole}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
        <section aria-label={words.whole} tabIndex={0} className="max-h-72 overflow-auto rounded-lg bg-surface p-3">
          <pre className="text-xs">{text}</pre>
        </section>
      </details>
      <p className="text-ink-soft">
        {words.passOn} {words.verifyHint}{" "}
        <a href="/verify" className="text-accent underline underline-offset-2">
          {`${file.statement.issuer}/verify`}
        </a>
        .
      </p>
    </div>
  );
}
