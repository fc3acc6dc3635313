"use client";

import { ClipboardIcon } from "@heroicons/react/20/solid";
import { useEffect, useState } from "react";
import { usePageFacts } from "#components/shell/PageContext.tsx";
import { Button } from "./Button.tsx";

interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
}

/** Copies a text and says so; when the browser refuses, says that instead. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const { words } = usePageFacts();
  const [outcome, setOutcome] = useState<"copied" | "refused" | null>(null);

  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), 4_000);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome("copied");
    } catch {
      setOutcome("refused");
    }
  }

  return (
    <span className="inline-flex flex-wrap items-center">
      <Button variant="secondary" size="sm" onClick={copy}>
        <ClipboardIcon aria-hidden="true" className="size-4" />
        {label}
      </Button>
      <span role="status" className="text-sm text-ink-soft not-empty:ml-2">
        {outcome === "copied" && words.copied}
        {outcome === "refused" && words.copyRefused}
      </span>
    </span>
  );
}
