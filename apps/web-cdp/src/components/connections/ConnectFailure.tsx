"use client";

import { useEffect, useRef, useState } from "react";
import { useLive } from "#components/live/LiveProvider.tsx";
import { usePageFacts } from "#components/shell/PageContext.tsx";
import { Button } from "#components/ui/Button.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { useWords } from "#words/use-words.ts";
import { ConsentDialog } from "./ConsentDialog.tsx";
import type { ConnectionFailure } from "./connect-return.ts";
import { connectionErrorText } from "./connection-errors.ts";
import { useStartConnection } from "./use-start-connection.ts";

interface ConnectFailureProps {
  readonly failure: ConnectionFailure;
  readonly onDismiss: () => void;
}

/** Why the way through TikTok ended without a connection, and the way to try again. */
export function ConnectFailure({ failure, onDismiss }: ConnectFailureProps) {
  const { locale, words } = usePageFacts();
  const t = useWords("connections");
  const { state, start, reset } = useStartConnection();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const { connections } = useLive();
  const holder = connections.find(({ id }) => id === failure.heldBy)?.displayName ?? null;
  const text = connectionErrorText(t, { ...failure, holder }, locale);

  useEffect(() => box.current?.focus({ preventScroll: false }), []);

  return (
    <div ref={box} tabIndex={-1} className="rounded-lg outline-none">
      <Notice
        tone={text.tone}
        role="alert"
        title={text.title}
        actions={
          <>
            <Button variant="secondary" size="sm" onClick={() => setOpen(true)}>
              {text.retry}
            </Button>
            <Button variant="quiet" size="sm" onClick={onDismiss}>
              {t("dismiss")}
            </Button>
          </>
        }
      >
        {text.body.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {failure.reference && (
          <p>
            {words.reference}{" "}
            <code className="rounded bg-surface px-1.5 py-0.5 font-mono text-xs">{failure.reference}</code>
          </p>
        )}
      </Notice>
      <ConsentDialog
        open={open}
        state={state}
        onStart={start}
        onClose={() => {
          setOpen(false);
          reset();
        }}
      />
    </div>
  );
}
