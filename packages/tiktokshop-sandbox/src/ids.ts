import { hash32 } from "./random.ts";

interface IdParts {
  /** Leading digits that tell what the row is. */
  readonly prefix: string;
  /** Total digits. */
  readonly length: 18 | 19;
  /** The shop's number in this sandbox, up to five digits. */
  readonly owner: number;
  readonly index: number;
  readonly sub?: number;
}

/** Composes a platform-looking id that grows with its index, so that the order of ids is the order of creation. */
export function makeId({ prefix, length, owner, index, sub = 0 }: IdParts): string {
  const tail = `${String(owner).padStart(5, "0")}${String(index).padStart(8, "0")}${String(sub).padStart(2, "0")}`;
  return `${prefix.padEnd(length - tail.length, "0")}${tail}`;
}

/** Orders ids as numbers without leaving text: shorter is smaller. */
export function compareIds(left: string, right: string): number {
  if (left.length !== right.length) return left.length - right.length;
  return left < right ? -1 : left > right ? 1 : 0;
}

const base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** Opaque text that is always the same for the same seed: for ciphers, open ids and shop codes. */
export function opaque(seed: string, length: number): string {
  let text = "";
  for (let at = 0; text.length < length; at += 1) text += base62[hash32(`${seed}/${at}`) % base62.length] ?? "0";
  return text;
}
