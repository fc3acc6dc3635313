"use client";

import type { ReactNode } from "react";

interface GridColumn {
  readonly key: string;
  readonly header: ReactNode;
  readonly sort: "ascending" | "descending" | undefined;
  readonly className: string | undefined;
}

interface TableGridProps {
  readonly caption: string;
  readonly captionHidden: boolean;
  readonly columns: readonly GridColumn[];
  /** A cell for each column. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}

/**
 * A table's elements. They are made from its cells here, and not on the server, so that a page carries each cell once and not
 * the elements around it as well.
 */
export function TableGrid({ caption, captionHidden, columns, rows }: TableGridProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={caption} tabIndex={0} className="relative overflow-x-auto">
      <table className="data-table">
        <caption className={captionHidden ? "sr-only" : "pb-2 text-left text-sm text-ink-soft"}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, header, sort, className }) => (
              <th key={key} scope="col" aria-sort={sort} className={className}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.key} scope="row" className={column.className}>
                    {cells[index]}
                  </th>
                ) : (
                  <td key={column.key} className={column.className}>
                    {cells[index]}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
