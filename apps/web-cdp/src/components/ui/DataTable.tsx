import type { ReactNode } from "react";

export interface Column<Row> {
  readonly key: string;
  readonly header: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  readonly numeric?: boolean;
  /** Left out on narrow screens, where the row's first cell repeats what matters. */
  readonly wideOnly?: boolean;
  readonly sort?: "ascending" | "descending";
}

interface DataTableProps<Row> {
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
}

/**
 * A plain table that scrolls inside its own region on narrow screens. The first column heads each row. Thai has no blanks that
 * would hold a heading's word together, so there it is given room.
 */
export function DataTable<Row>({ caption, captionHidden = false, columns, rows, rowKey }: DataTableProps<Row>) {
  const [first, ...others] = columns;
  if (!first) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={caption} tabIndex={0} className="relative overflow-x-auto">
      <table className="w-full border-collapse text-sm">
        <caption className={captionHidden ? "sr-only" : "pb-2 text-left text-sm text-ink-soft"}>{caption}</caption>
        <thead>
          <tr className="border-b border-control/50 text-left text-xs text-ink-soft">
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                aria-sort={column.sort}
                className={`py-2 pr-4 font-medium last:pr-0 [&:lang(th)]:whitespace-nowrap ${cellClass(column)}`}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-b border-line last:border-0">
              <th scope="row" className={`py-2 pr-4 text-left font-medium [&:lang(th)]:min-w-28 ${cellClass(first)}`}>
                {first.cell(row)}
              </th>
              {others.map((column) => (
                <td key={column.key} className={`py-2 pr-4 last:pr-0 ${cellClass(column)}`}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function cellClass<Row>(column: Column<Row>): string {
  const alignment = column.numeric ? "text-right tabular-nums whitespace-nowrap" : "";
  return `${alignment} ${column.wideOnly ? "hidden md:table-cell print:table-cell" : ""}`;
}
