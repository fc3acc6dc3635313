import { ConnectorError } from "@lendfriend/connector";

export interface ReadWindow {
  /** Unix seconds, inclusive. */
  readonly from: number;
  /** Unix seconds, exclusive. */
  readonly to: number;
}

/** The last `days` days up to now. Throws `ConnectorError` `invalid_request` unless they are 1 to 3650 whole days. */
export function lastDays(days: number, nowMs: number): ReadWindow {
  if (!Number.isInteger(days) || days < 1 || days > 3_650) {
    throw new ConnectorError("invalid_request", "days must be a whole number from 1 to 3650");
  }
  const to = Math.floor(nowMs / 1_000);
  return { from: to - days * 86_400, to };
}
