"use client";

import { useRouter } from "next/navigation";
import { startTransition, useEffect, useRef } from "react";
import { Button } from "#components/ui/Button.tsx";
import { ErrorNotice } from "#components/ui/ErrorNotice.tsx";

interface ErrorPageProps {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}

/** Any failure of a page. It says no internals; the digest finds the server's log line. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const router = useRouter();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  /** Asks the server again; `reset` alone would only draw the same answer once more. */
  function tryAgain() {
    startTransition(() => {
      router.refresh();
      reset();
    });
  }

  return (
    <div className="mx-auto max-w-xl space-y-5">
      <h1 ref={heading} tabIndex={-1} className="text-2xl font-semibold tracking-tight outline-none">
        This page did not load
      </h1>
      <ErrorNotice
        title="Something went wrong on our side."
        reference={error.digest ?? null}
        actions={
          <Button variant="secondary" size="sm" onClick={tryAgain}>
            Try again
          </Button>
        }
      >
        <p>Nothing was lost: your connections, score and shares are as they were. Try again in a moment.</p>
      </ErrorNotice>
    </div>
  );
}
