import type { ReactNode } from "react";
import type { Locale } from "#lib/format.ts";
import { ChartTable } from "./BarChart.tsx";

interface ShareBarsProps {
  readonly title: string;
  readonly caption: string;
  readonly rows: readonly {
    readonly key: string;
    readonly label: string;
    readonly display: ReactNode;
    /** Fraction of 1. */
    readonly share: number;
  }[];
  readonly table?: ReactNode;
  readonly locale: Locale;
}

/** Named parts of a whole, longest first; each bar stands under its own words. */
export function ShareBars({ title, caption, rows, table, locale }: ShareBarsProps) {
  return (
    <figure className="min-w-0">
      <figcaption className="mb-3">
        <span className="block text-sm font-semibold">{title}</span>
        <span className="block text-sm text-ink-soft">{caption}</span>
      </figcaption>
      <ul className="space-y-3">
        {rows.map((row) => (
          <li key={row.key}>
            <div className="mb-1 flex flex-wrap justify-between gap-x-4 text-sm">
              <span className="min-w-0 break-words">{row.label}</span>
              <span className="tabular-nums text-ink-soft">{row.display}</span>
            </div>
            <ShareBar share={row.share} />
          </li>
        ))}
      </ul>
      {table && (
        <ChartTable isPrinted={false} locale={locale}>
          {table}
        </ChartTable>
      )}
    </figure>
  );
}

/** One bar from 0 to the whole; decoration for the words beside it. */
export function ShareBar({ share, tone = "fill-chart-1" }: { readonly share: number; readonly tone?: string }) {
  const width = Math.min(1, Math.max(0, Number.isFinite(share) ? share : 0)) * 100;
  return (
    <svg aria-hidden="true" width="100%" height="8" className="block">
      <rect width="100%" height="8" rx="4" className="fill-chart-soft" />
      {width > 0 && <rect width={`${width}%`} height="8" rx="4" className={tone} />}
    </svg>
  );
}
