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

/** A plain table that scrolls inside its own region on narrow screens. The first column heads each row. */
export function DataTable<Row>({ caption, captionHidden = false, columns, rows, rowKey }: DataTableProps<Row>) {
  const [first, ...others] = columns;
  if (!first) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={caption} tabIndex={0} className="relative overflow-x-auto">
      <table className="data-table">
        <caption className={captionHidden ? "sr-only" : "pb-2 text-left text-sm text-ink-soft"}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" aria-sort={column.sort} className={cellClass(column)}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              <th scope="row" className={cellClass(first)}>
                {first.cell(row)}
              </th>
              {others.map((column) => (
                <td key={column.key} className={cellClass(column)}>
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

const wideOnlyClass = "hidden md:table-cell print:table-cell";

function cellClass<Row>({ numeric = false, wideOnly = false }: Column<Row>): string | undefined {
  if (numeric) return wideOnly ? `numeric ${wideOnlyClass}` : "numeric";
  return wideOnly ? wideOnlyClass : undefined;
}
