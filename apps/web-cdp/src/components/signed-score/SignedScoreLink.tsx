"use client";

import { usePageFacts } from "#components/shell/PageContext.tsx";
import { Button } from "#components/ui/Button.tsx";
import { CopyButton } from "#components/ui/CopyButton.tsx";
import { formatDate } from "#lib/format.ts";
import { useWords } from "#words/use-words.ts";

/** The shortest limit of a message among chats that are much used is 4,096 characters, and a few words may stand beside. */
const longForChats = 4_000;

interface SignedScoreLinkProps {
  readonly link: string;
  /** Unix seconds. */
  readonly expiresAt: number;
}

/** What handing out a link means, and then the ways to do it: by the device's own choice of apps where it has one. */
export function SignedScoreLink({ link, expiresAt }: SignedScoreLinkProps) {
  const { locale } = usePageFacts();
  const t = useWords("signedScore");
  return (
    <div className="space-y-3 border-t border-line pt-3">
      <h3 className="font-medium">{t("link.title")}</h3>
      <p className="text-ink-soft">{t("link.text", { until: formatDate(locale, expiresAt) })}</p>
      {link.length > longForChats && <p className="text-ink-soft">{t("link.long")}</p>}
      <div className="flex flex-wrap gap-2">
        {"share" in navigator && (
          // Whoever changes their mind in the device's dialog has refused nothing.
          <Button size="sm" onClick={() => navigator.share({ url: link }).catch(() => undefined)}>
            {t("link.send")}
          </Button>
        )}
        <CopyButton text={link} label={t("link.copy")} />
      </div>
    </div>
  );
}
