/** Why the local stack could not start. The message is one line that says what failed and what to do about it. */
export type StackErrorCode =
  | "binaries_missing"
  | "child_died"
  | "data_dir_refused"
  | "port_taken"
  | "settings_refused"
  | "start_failed";

export class StackError extends Error {
  override readonly name = "StackError";
  readonly code: StackErrorCode;

  constructor(code: StackErrorCode, message: string, facts: { readonly cause?: unknown } = {}) {
    super(message, facts);
    this.code = code;
  }
}
