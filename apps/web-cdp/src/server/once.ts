import "server-only";
import { createHash } from "node:crypto";
import type { NextRequest } from "next/server";
import type { z } from "zod";
import type { Once, Session } from "./contract.ts";
import { deps } from "./deps.ts";
import { AppError } from "./errors.ts";
import { json } from "./http.ts";
import { parseJson, readBodyBytes } from "./request-input.ts";
import { isUuid } from "./uuid.ts";

const header = "idempotency-key";

/**
 * Answers a request that creates something. With an `Idempotency-Key` (a uuid) it has one effect however often it is sent within
 * 24 hours: a repetition gets the first answer. Throws `bad_request` for a malformed key, `idempotency_key_reused` when the key
 * came with another request.
 */
export async function answerOnce<Input>(
  request: NextRequest,
  session: Session,
  schema: z.ZodType<Input>,
  act: (input: Input, once: Once | null) => Promise<Response>,
): Promise<Response> {
  const bytes = await readBodyBytes(request);
  const input = parseJson(bytes, schema);
  const once = onceOf(request, session, bytes);
  if (once === null) return act(input, null);
  const { app, log } = deps();
  const known = await app.findResponse(once);
  if (known !== null) {
    const replay = json(known.body, known.status);
    replay.headers.set("idempotency-replayed", "true");
    return replay;
  }
  const response = await act(input, once);
  const kept = { status: response.status, body: await response.clone().json() };
  // The effect is there and stays one: without this, a repetition makes the same answer again.
  await app.keepResponse(once, kept).catch((error: unknown) => log.warn("once.response_not_kept", { err: error }));
  return response;
}

function onceOf(request: NextRequest, { accountId }: Session, body: Uint8Array): Once | null {
  const key = request.headers.get(header);
  if (key === null) return null;
  if (!isUuid(key)) throw new AppError("bad_request", "Idempotency-Key must be a uuid.");
  const hash = createHash("sha256").update(`${request.method} ${request.nextUrl.pathname}${request.nextUrl.search}\n`);
  return { accountId, key: key.toLowerCase(), requestHash: hash.update(body).digest("hex") };
}
