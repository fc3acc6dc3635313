import type { ReactNode } from "react";

/** Drawings about one thing, under its name. */
export function InsightGroup({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <h3 className="mb-4 border-b border-line pb-2 font-semibold">{title}</h3>
      <div className="grid gap-x-10 gap-y-10 lg:grid-cols-2 print:grid-cols-2 print:gap-y-6">{children}</div>
    </div>
  );
}
