"use client";

import { useRouter } from "next/navigation";
import { startTransition, useEffect, useRef } from "react";
import { usePageFacts } from "#components/shell/PageContext.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { Refusal } from "#components/ui/Refusal.tsx";

interface ErrorPageProps {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}

/** Any failure of a page. It says no internals; the digest finds the server's log line. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const router = useRouter();
  const { words } = usePageFacts();
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
        {words.errorTitle}
      </h1>
      <Refusal text={words.errorOurs} reference={error.digest}>
        <p className="text-ink-soft">{words.errorText}</p>
        <button type="button" onClick={tryAgain} className={buttonClass("secondary", "sm")}>
          {words.tryAgain}
        </button>
      </Refusal>
    </div>
  );
}
