import type { ReactNode } from "react";

interface EmptyStateProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
  readonly icon?: ReactNode;
}

/** What a list is for and the one thing to do, in place of nothing. */
export function EmptyState({ title, children, action, icon }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center rounded-lg border border-dashed border-control/50 px-4 py-8 text-center">
      {icon && <div className="mb-3 text-ink-soft">{icon}</div>}
      <p className="font-semibold">{title}</p>
      <div className="mt-1 max-w-prose text-sm text-ink-soft">{children}</div>
      {action && <div className="mt-4">{action}</div>}
    </div>
  );
}
