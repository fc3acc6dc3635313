"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/Button.tsx";
import { cardClass } from "#components/ui/card-class.ts";
import { fieldClass } from "#components/ui/field-class.ts";
import { maxFileBytes } from "#lib/max-file-bytes.ts";
import { usePlainWords } from "#words/MessagesProvider.tsx";
import { FileChoice } from "./FileChoice.tsx";
import { useVerification } from "./use-verification.ts";

interface VerifyPanelProps {
  readonly issuer: string;
  readonly signers: readonly `0x${string}`[];
  /** Made on the server: label and hint of the text, the head of the card about the list of revoked scores, and the link that saves it. */
  readonly inputHead: ReactNode;
  readonly listHead: ReactNode;
  readonly saveList: ReactNode;
}

/** Takes a file in any way, checks it here, and shows each outcome. */
export function VerifyPanel({ issuer, signers, inputHead, listHead, saveList }: VerifyPanelProps) {
  const words = usePlainWords("verify");
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const outcome = useRef<HTMLDivElement>(null);
  const { state, View, finding, busy, hasSavedList, check, openList, clear } = useVerification({
    issuer,
    signers,
    onLink: show,
  });

  useEffect(() => {
    if (finding) outcome.current?.focus();
  }, [finding]);

  function show(next: string) {
    setText(next);
    setProblem(null);
    clear();
  }

  function change(next: string) {
    show(next);
    // Until another text comes, a link stays in the address, so that a reload checks it again.
    if (location.hash) history.replaceState(null, "", location.pathname);
  }

  async function take(file: File | undefined) {
    if (!file) return;
    if (file.size > maxFileBytes) return setProblem(words.tooLarge);
    const content = await file.text();
    change(content);
    await check(content);
  }

  return (
    <div className="space-y-6">
      <section className={`no-print ${cardClass}`}>
        <div className="space-y-4">
          <div className="space-y-1.5">
            {inputHead}
            <textarea
              id="signed-score"
              aria-describedby="signed-score-hint signed-score-problem"
              aria-invalid={problem !== null}
              value={text}
              rows={6}
              spellCheck={false}
              autoComplete="off"
              onChange={(event) => change(event.target.value)}
              onDragOver={(event) => event.preventDefault()}
              onDrop={(event) => {
                const [file] = event.dataTransfer.files;
                if (!file) return;
                event.preventDefault();
                void take(file);
              }}
              className={`${fieldClass} font-mono`}
            />
            <p id="signed-score-problem" className="text-sm font-medium text-danger empty:hidden">
              {problem}
            </p>
          </div>
          <div className="flex flex-wrap items-center gap-2">
            <Button busy={busy} aria-disabled={state !== "ready" || text.trim() === ""} onClick={() => check(text)}>
              {words.check}
            </Button>
            <FileChoice label={words.choose} onFile={take} />
            {text !== "" && (
              <Button variant="quiet" onClick={() => change("")}>
                {words.clear}
              </Button>
            )}
          </div>
          <p role="status" className="min-h-10 text-sm text-ink-soft sm:min-h-5">
            {words[state]}
          </p>
        </div>
      </section>
      <div ref={outcome} tabIndex={-1} className="scroll-mt-4 outline-none" aria-live="polite">
        {finding && View && <View finding={finding} />}
      </div>
      <section aria-labelledby="revocations" className={`no-print ${cardClass}`}>
        {listHead}
        <div className="flex flex-wrap items-center gap-2">
          {saveList}
          <FileChoice label={words.openList} onFile={async (file) => openList((await file?.text()) ?? "")} />
          <span role="status" className="text-sm text-ink-soft">
            {hasSavedList ? words.listOpened : ""}
          </span>
        </div>
      </section>
    </div>
  );
}
