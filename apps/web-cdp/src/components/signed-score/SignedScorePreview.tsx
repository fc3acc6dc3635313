"use client";

import type { SignedScore } from "@lendfriend/score-proof";
import { usePageFacts } from "#components/shell/PageContext.tsx";
import { Button } from "#components/ui/Button.tsx";
import { CopyButton } from "#components/ui/CopyButton.tsx";
import { useWords } from "#words/use-words.ts";
import { claimName, claimValue } from "./claim-words.ts";
import { SignedScoreLink } from "./SignedScoreLink.tsx";

interface SignedScorePreviewProps {
  readonly file: SignedScore;
  /** The same file as a link. */
  readonly link: string;
}

/** The file itself, what it shows in words, and the ways to take it along. */
export function SignedScorePreview({ file, link }: SignedScorePreviewProps) {
  const { locale } = usePageFacts();
  const t = useWords("signedScore");
  const names = useWords("claims");
  const text = JSON.stringify(file, null, 2);
  const hiddenCount = file.statement.claimCount - file.disclosures.length;

  function download() {
    const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    const anchor = document.createElement("a");
    anchor.href = address;
    anchor.download = `signed-score-${file.statement.id.slice(0, 8)}.json`;
    anchor.click();
    URL.revokeObjectURL(address);
  }

  return (
    <div className="space-y-3">
      <h3 className="font-medium">{t("inside")}</h3>
      {file.disclosures.length === 0 ? (
        <p className="text-ink-soft">{t("insideNone")}</p>
      ) : (
        <ul className="list-disc space-y-1 pl-5">
          {file.disclosures.map(({ claim, position }) => (
            <li key={position}>{`${claimName(names, claim)}: ${claimValue(names, locale, claim)}`}</li>
          ))}
        </ul>
      )}
      <p className="text-ink-soft">{t("hidden", { count: hiddenCount })}</p>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={download}>
          {t("download")}
        </Button>
        <CopyButton text={text} label={t("copy")} />
      </div>
      <details>
        <summary className="min-h-11 content-center text-accent">{t("whole")}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
        <section aria-label={t("whole")} tabIndex={0} className="max-h-72 overflow-auto rounded-lg bg-surface p-3">
          <pre className="text-xs">{text}</pre>
        </section>
      </details>
      <p className="text-ink-soft">
        {t.rich("passOn", {
          address: () => (
            <a href="/verify" className="text-accent underline underline-offset-2">
              {`${file.statement.issuer}/verify`}
            </a>
          ),
        })}
      </p>
      <SignedScoreLink link={link} expiresAt={file.statement.expiresAt} />
    </div>
  );
}
