import type { ReactNode } from "react";
import { usePageFacts } from "#components/shell/PageContext.tsx";
import { Notice } from "./Notice.tsx";

interface ErrorNoticeProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Quoted to support; shown whenever there is one. */
  readonly reference?: string | null;
}

/** What happened, what to do, and the reference to quote. */
export function ErrorNotice({ title, children, actions, reference }: ErrorNoticeProps) {
  const { words } = usePageFacts();
  return (
    <Notice tone="danger" role="alert" title={title} actions={actions}>
      {children}
      {reference && (
        <p>
          {words.reference} <code className="rounded bg-surface px-1.5 py-0.5 font-mono text-xs">{reference}</code>
        </p>
      )}
    </Notice>
  );
}
