import type { ApiCall } from "./api-call.ts";
import { invalidParameter } from "./gateway-error.ts";

interface PageSizeRule {
  readonly min: number;
  readonly max: number;
  /** Used when the parameter is absent; null makes it required. */
  readonly fallback: number | null;
  readonly code?: number;
}

/** Reads `page_size` under an endpoint's limits. */
export function pageSize(call: ApiCall, { min, max, fallback, code }: PageSizeRule): number {
  const text = call.query.get("page_size");
  if (text === undefined || text === "") {
    return fallback ?? invalidParameter("Invalid parameter. The 'page_size' query parameter is required.", code);
  }
  const size = Number(text);
  if (/^\d{1,6}$/.test(text) && size >= min && size <= max) return size;
  return invalidParameter(
    `Invalid parameter. The 'page_size' query parameter must be between ${min} and ${max}.`,
    code,
  );
}

/** Reads `sort_order`. */
export function sortOrder(call: ApiCall, fallback: "ASC" | "DESC", code?: number): "ASC" | "DESC" {
  const text = call.query.get("sort_order");
  if (text === undefined || text === "") return fallback;
  if (text === "ASC" || text === "DESC") return text;
  return invalidParameter("Invalid parameter. The 'sort_order' query parameter must be ASC or DESC.", code);
}

/** Reads a query parameter out of a closed list. */
export function oneOf<const Choice extends string>(
  call: ApiCall,
  name: string,
  choices: readonly Choice[],
  fallback: Choice | null,
): Choice {
  const text = call.query.get(name);
  if ((text === undefined || text === "") && fallback !== null) return fallback;
  const found = choices.find((choice) => choice === text);
  return (
    found ?? invalidParameter(`Invalid parameter. The '${name}' query parameter must be one of: ${choices.join(", ")}.`)
  );
}

/** Reads unix seconds from the query; null when absent. */
export function querySeconds(call: ApiCall, name: string): number | null {
  const text = call.query.get(name);
  if (text === undefined || text === "") return null;
  if (/^\d{1,11}$/.test(text)) return Number(text);
  return invalidParameter(`Invalid parameter. The '${name}' query parameter must be a unix timestamp in seconds.`);
}

/** Reads unix seconds from the body; null when absent. */
export function bodySeconds(call: ApiCall, name: string, code?: number): number | null {
  const value = call.body[name];
  if (value === undefined || value === null) return null;
  if (typeof value === "number" && Number.isInteger(value) && value >= 0) return value;
  return invalidParameter(`Invalid parameter. The '${name}' field must be a unix timestamp in seconds.`, code);
}

/** Reads a text field of the body; null when absent or empty. */
export function bodyText(call: ApiCall, name: string, code?: number): string | null {
  const value = call.body[name];
  if (value === undefined || value === null || value === "") return null;
  return typeof value === "string"
    ? value
    : invalidParameter(`Invalid parameter. The '${name}' field must be a string.`, code);
}

/** Reads a yes-or-no field of the body; null when absent. */
export function bodyFlag(call: ApiCall, name: string, code?: number): boolean | null {
  const value = call.body[name];
  if (value === undefined || value === null) return null;
  return typeof value === "boolean"
    ? value
    : invalidParameter(`Invalid parameter. The '${name}' field must be true or false.`, code);
}

/** Reads a list of texts from the body; null when absent or empty. */
export function bodyTexts(
  call: ApiCall,
  name: string,
  { most, code }: { most: number; code?: number },
): ReadonlySet<string> | null {
  const value = call.body[name];
  if (value === undefined || value === null) return null;
  const isList = Array.isArray(value) && value.every((item) => typeof item === "string");
  if (!isList || value.length > most)
    invalidParameter(`Invalid parameter. The '${name}' field must be a list of at most ${most} strings.`, code);
  return value.length === 0 ? null : new Set(value);
}

/** Reads a comma-joined list from the query. */
export function queryList(call: ApiCall, name: string): readonly string[] {
  return (call.query.get(name) ?? "")
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

/** A time range with an open end where nothing was asked; refuses an inverted one. */
export function timeRange(from: number | null, before: number | null, code?: number): { from: number; before: number } {
  const range = { from: from ?? 0, before: before ?? Number.MAX_SAFE_INTEGER };
  if (range.from > range.before)
    invalidParameter("Invalid parameter. The start of the time range is after its end.", code);
  return range;
}
