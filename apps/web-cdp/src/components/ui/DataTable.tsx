import type { ReactNode } from "react";
import { TableGrid } from "./TableGrid.tsx";

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
  return (
    <TableGrid
      caption={caption}
      captionHidden={captionHidden}
      columns={columns.map((column) => ({
        key: column.key,
        header: column.header,
        sort: column.sort,
        className: cellClass(column),
      }))}
      rows={rows.map((row) => ({ key: rowKey(row), cells: columns.map(({ cell }) => cell(row)) }))}
    />
  );
}

const wideOnlyClass = "hidden md:table-cell print:table-cell";

function cellClass<Row>({ numeric = false, wideOnly = false }: Column<Row>): string | undefined {
  if (numeric) return wideOnly ? `numeric ${wideOnlyClass}` : "numeric";
  return wideOnly ? wideOnlyClass : undefined;
}
