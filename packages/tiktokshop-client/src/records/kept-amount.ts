import { RowError } from "./row-error.ts";

/** A sum of amounts, unless it has more whole digits than `numeric(20,6)` keeps. Throws `RowError` with the field's name. */
export function keptAmount(sum: string, field: string): string {
  if (!/^-?\d{1,14}(?:\.|$)/.test(sum)) throw new RowError(`${field}: too large`);
  return sum;
}
