import type { ReactNode } from "react";
import { usePageFacts } from "#components/shell/PageContext.tsx";

interface RefusalProps {
  readonly text: string;
  /** Quoted to support. */
  readonly reference: string | null | undefined;
  /** What it means, and what can be done about it. */
  readonly children?: ReactNode;
}

/** What just went wrong, without the icons of a notice: for pages whose script is kept small. */
export function Refusal({ text, reference, children }: RefusalProps) {
  const { words } = usePageFacts();
  return (
    <div role="alert" className="space-y-2 rounded-lg border border-danger/40 bg-danger-soft p-4 text-sm">
      <p className="font-semibold">{text}</p>
      {children}
      {reference && (
        <p className="text-ink-soft">
          {words.reference} <code className="font-mono text-xs">{reference}</code>
        </p>
      )}
    </div>
  );
}
