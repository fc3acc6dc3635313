import { createHash } from "node:crypto";

/**
 * One text for one value: keys in code-unit order, no spaces, absent fields left out, numbers as ECMAScript prints
 * them (the order and notation of RFC 8785). Numbers that JSON cannot hold become null.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null) return `{${members(value).join(",")}}`;
  return JSON.stringify(value) ?? "null";
}

/** SHA-256 of the canonical text, in lower-case hex. */
export function canonicalHash(value: unknown): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}

function members(value: object): string[] {
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
}
