export type Cell = string | number | null | undefined;

/** One line of RFC 4180 text. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(",")}\r\n`;
}

/** Quoted where needed. Text that a spreadsheet would run as a formula is made plain text; numbers stay numbers. */
function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return "";
  const text = String(cell);
  const safe =
    /^[\s\u200b\ufeff]*[=+\-@|\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u.test(text) && !/^-?\d+(\.\d+)?$/.test(text)
      ? `'${text}`
      : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
