import "server-only";
import type { NextRequest } from "next/server";
import type { z } from "zod";
import { AppError } from "./errors.ts";

const maxJsonBytes = 16 * 1024;
const maxReadMs = 10_000;

/** Reads and checks a JSON body of at most 16 KB. Throws `bad_request` naming the field, or `too_large`. */
export async function readJson<Input>(request: NextRequest, schema: z.ZodType<Input>): Promise<Input> {
  return parseJson(await readBodyBytes(request), schema);
}

/** A body of at most 16 KB as it came; empty without one. Throws `too_large`. */
export function readBodyBytes(request: NextRequest): Promise<Uint8Array> {
  return readBytes(request, maxJsonBytes);
}

/** Checks bytes that are to be JSON. No bytes are read as nothing. Throws `bad_request` naming the field. */
export function parseJson<Input>(bytes: Uint8Array, schema: z.ZodType<Input>): Input {
  if (bytes.length === 0 && schema.safeParse(undefined).success) return check(undefined, schema);
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    value = JSON.parse(text);
  } catch {
    throw new AppError("bad_request", "The body is not JSON.");
  }
  if (countNames(text) !== countMembers(value)) throw new AppError("bad_request", "A name comes twice in the body.");
  return check(value, schema);
}

/** Names of members in a JSON text: strings before a colon. */
function countNames(text: string): number {
  return [...text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)].filter(([, colon]) => colon !== undefined).length;
}

/** Members of all objects in a value; fewer than its text named where one name came twice. */
function countMembers(value: unknown): number {
  const pending = [value];
  let count = 0;
  for (const each of pending) {
    if (typeof each !== "object" || each === null) continue;
    const members: readonly unknown[] = Object.values(each);
    if (!Array.isArray(each)) count += members.length;
    for (const member of members) pending.push(member);
  }
  return count;
}

/** Reads and checks the query. A name that comes twice is refused. Throws `bad_request` naming the field. */
export function readQuery<Input>(request: NextRequest, schema: z.ZodType<Input>): Input {
  const entries = [...request.nextUrl.searchParams];
  const query = Object.fromEntries(entries);
  if (Object.keys(query).length < entries.length) throw new AppError("bad_request", "A query parameter comes twice.");
  return check(query, schema);
}

/** The value of a query parameter that comes exactly once, else null. */
export function onlyValue(request: NextRequest, name: string): string | null {
  const [value, ...others] = request.nextUrl.searchParams.getAll(name);
  return value === undefined || others.length > 0 ? null : value;
}

/** Reads a body as raw bytes. Throws `too_large` as soon as it exceeds the cap, `bad_request` when it stalls. */
export async function readBytes(request: NextRequest, maxBytes: number): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge(maxBytes);
  if (request.body === null) return new Uint8Array();
  const reader = request.body.getReader();
  const { promise: stalled, reject: stall } = Promise.withResolvers<never>();
  const timer = setTimeout(() => stall(new Error(`the body did not end within ${maxReadMs} ms`)), maxReadMs);
  const readPart = () => Promise.race([reader.read(), stalled]);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (let part = await readPart(); !part.done; part = await readPart()) {
      size += part.value.byteLength;
      if (size > maxBytes) throw tooLarge(maxBytes);
      chunks.push(part.value);
    }
  } catch (error) {
    await reader.cancel().catch(() => undefined);
    throw error instanceof AppError
      ? error
      : new AppError("bad_request", "The body could not be read.", { cause: error });
  } finally {
    clearTimeout(timer);
  }
  return Buffer.concat(chunks);
}

function check<Input>(value: unknown, schema: z.ZodType<Input>): Input {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join(".") ?? "";
  throw new AppError("bad_request", field === "" ? "The request is malformed." : `${field} is missing or malformed.`);
}

function tooLarge(maxBytes: number): AppError {
  return new AppError("too_large", `The body is larger than ${maxBytes} bytes.`);
}
