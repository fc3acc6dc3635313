import { ChevronDownIcon } from "@heroicons/react/20/solid";
import type { ReactNode } from "react";

interface FoldProps {
  readonly title: string;
  /** What is inside, for whoever decides whether to open it. */
  readonly lead: string;
  readonly open: boolean;
  readonly children: ReactNode;
}

/** Cards under one name that can be closed. On paper, and for the browser's search, they are always there. */
export function Fold({ title, lead, open, children }: FoldProps) {
  return (
    <details open={open} className="group/fold">
      <summary className="grid list-none grid-cols-[1fr_auto] items-center gap-x-4 rounded-card border border-line bg-surface px-4 py-3 shadow-card hover:bg-subtle sm:px-6 [&::-webkit-details-marker]:hidden">
        <h2 className="min-w-0 font-semibold tracking-tight break-words">{title}</h2>
        <ChevronDownIcon
          aria-hidden="true"
          className="no-print row-span-2 size-6 text-ink-soft transition-transform group-open/fold:rotate-180"
        />
        <span className="min-w-0 text-sm text-ink-soft">{lead}</span>
      </summary>
      <div className="mt-6 space-y-6">{children}</div>
    </details>
  );
}
