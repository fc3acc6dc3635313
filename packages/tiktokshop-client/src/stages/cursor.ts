import { ConnectorError } from "@lendfriend/connector";

/** Where a list stands: which of its windows, and the platform's token inside it. */
export interface Position {
  readonly window: number;
  readonly pageToken: string | null;
}

/** `2:b2Zmc2V0PTEw`: opaque to whoever stores it. */
export function cursorFrom(position: Position): string {
  return `${position.window}:${position.pageToken ?? ""}`;
}

/** Throws `ConnectorError` `invalid_request` for a cursor that `cursorFrom` did not make. */
export function positionFrom(cursor: string | null): Position {
  if (cursor === null) return { window: 0, pageToken: null };
  const match = /^(\d{1,4}):(.*)$/s.exec(cursor);
  if (!match) throw new ConnectorError("invalid_request", "the cursor is not one that this connector handed out");
  return { window: Number(match[1]), pageToken: match[2] || null };
}

/** Cuts `[from, to)` into windows no wider than the endpoint takes, oldest first. There is always at least one. */
export function windowsOf(from: number, to: number, widest: number | null): readonly (readonly [number, number])[] {
  if (widest === null || to - from <= widest) return [[from, to]];
  const windows: [number, number][] = [];
  for (let start = from; start < to; start += widest) windows.push([start, Math.min(to, start + widest)]);
  return windows;
}
