/** A JSON value as the platform prints it; `undefined` members are left out of the text. */
export type Json = string | number | boolean | null | undefined | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Prints compact JSON with keys in alphabetical order and without undefined members, as the live gateway does. Keys are plain words. */
export function stringify(value: Json): string {
  if (value === undefined || value === null) return "null";
  if (typeof value !== "object") return JSON.stringify(value);
  if (isJsonArray(value)) return `[${value.map(stringify).join(",")}]`;
  let members = "";
  for (const key of sortedKeys(value)) {
    const member = value[key];
    if (member !== undefined) members += `${members === "" ? "" : ","}"${key}":${stringify(member)}`;
  }
  return `{${members}}`;
}

/** Most objects are written in order already, and sorting is what a page of orders spends its time on. */
function sortedKeys(value: JsonObject): readonly string[] {
  const keys = Object.keys(value);
  for (let at = 1; at < keys.length; at += 1) {
    if ((keys[at - 1] ?? "") > (keys[at] ?? "")) return keys.sort();
  }
  return keys;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isJsonArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** Parses text as JSON; malformed text is `undefined`, because the caller owns the error that the platform would give. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Takes what `JSON.parse` produced as `Json`: every value that parser can make is one, so nothing is unchecked. */
export function asJson(parsed: unknown): Json {
  if (parsed === null || typeof parsed === "string" || typeof parsed === "number" || typeof parsed === "boolean")
    return parsed;
  if (Array.isArray(parsed)) return parsed.map(asJson);
  if (!isRecord(parsed)) return undefined;
  const copy: Record<string, Json> = {};
  for (const [key, member] of Object.entries(parsed)) copy[key] = asJson(member);
  return copy;
}

/** Lays `patch` over `base`, member by member; a `null` member removes the key. */
export function mergeJson(base: JsonObject, patch: JsonObject): JsonObject {
  const merged: Record<string, Json> = { ...base };
  for (const [key, value] of Object.entries(patch)) {
    const before = merged[key];
    if (value === null) delete merged[key];
    else if (isRecord(value) && isRecord(before)) merged[key] = mergeJson(asObject(before), asObject(value));
    else merged[key] = value;
  }
  return merged;
}

function asObject(value: object): JsonObject {
  return { ...value };
}
