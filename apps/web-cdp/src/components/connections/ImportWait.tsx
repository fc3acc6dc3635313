"use client";

import { Notice } from "#components/ui/Notice.tsx";
import { useWords } from "#words/use-words.ts";
import { causeOfWait } from "./cause-of-wait.ts";

/** Why an import that has begun does not move, and that it needs nobody. */
export function ImportWait({ code }: { readonly code: string }) {
  const t = useWords("importWaits");
  const cause = causeOfWait(code);
  return (
    <div className="mt-3">
      <Notice tone="caution" role="status" title={t(`${cause}.title`)}>
        <p>{t(`${cause}.text`)}</p>
        <p>{t("kept")}</p>
      </Notice>
    </div>
  );
}
