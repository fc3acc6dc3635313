import { ConnectorError } from "@lendfriend/connector";
import type { Part } from "./parts.ts";

/** Where a list stands: which of its windows, or which part of a list that is too long, and the platform's token inside it. */
export interface Position {
  readonly window: number;
  readonly part: Part | null;
  readonly pageToken: string | null;
}

/** `2:b2Zmc2V0PTEw`, or of a part `1700000000-1800000000+9500:b2Zmc2V0PTEw`: opaque to whoever stores it. */
export function cursorFrom({ window, part, pageToken }: Position): string {
  const place = part === null ? window : `${part.from}-${part.to}+${part.before ?? ""}`;
  return `${place}:${pageToken ?? ""}`;
}

/** Throws `ConnectorError` `invalid_request` for a cursor that `cursorFrom` did not make. */
export function positionFrom(cursor: string | null): Position {
  if (cursor === null) return { window: 0, part: null, pageToken: null };
  const match = /^(?:(\d{1,4})|(\d{1,10})-(\d{1,10})\+(\d{0,10})):(.*)$/s.exec(cursor);
  if (!match) throw new ConnectorError("invalid_request", "the cursor is not one that this connector handed out");
  const [, window, from, to, before, pageToken] = match;
  const part =
    window === undefined ? { from: Number(from), to: Number(to), before: before === "" ? null : Number(before) } : null;
  return { window: Number(window ?? 0), part, pageToken: pageToken || null };
}

/** Cuts `[from, to)` into windows no wider than the endpoint takes, oldest first. There is always at least one. */
export function windowsOf(from: number, to: number, widest: number | null): readonly (readonly [number, number])[] {
  if (widest === null || to - from <= widest) return [[from, to]];
  const windows: [number, number][] = [];
  for (let start = from; start < to; start += widest) windows.push([start, Math.min(to, start + widest)]);
  return windows;
}
