/** A row that its schema let through and that still cannot be a record. The message names the field, and never what it held. */
export class RowError extends Error {
  override readonly name = "RowError";
}
