import type { ConnectorErrorFacts } from "@lendfriend/connector";
import { z } from "zod";
import { failure } from "./failure.ts";
import { parseJson } from "./parse-json.ts";
import { connectorCodeFor, connectorCodeForStatus } from "./provider-codes.ts";
import { retryAfterMs } from "./retry-after.ts";

/** An answer as it arrived: nothing judged yet. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Pick<Headers, "get">;
  readonly body: string;
}

const envelopeSchema = z.object({
  code: z.int(),
  message: z.string().catch(""),
  request_id: z.string().catch(""),
  data: z.unknown().optional(),
});

/**
 * Judges an answer: the `data` of a success, else a thrown `ConnectorError`. Pure. The platform's code decides before the
 * HTTP status, since faults also come with HTTP 200; only an answer without the platform's envelope is judged by status.
 */
export function unwrap(answer: HttpAnswer, subject: string, nowMs: number): unknown {
  const facts: ConnectorErrorFacts = {
    status: answer.status,
    retryAfterMs: retryAfterMs(answer.headers.get("retry-after"), nowMs),
  };
  const envelope = envelopeOf(answer);
  if (envelope === null) {
    const code = isSuccess(answer.status) ? "invalid_response" : connectorCodeForStatus(answer.status);
    throw failure(code, subject, facts);
  }

  const quoted = { ...facts, requestId: plainRequestId(envelope.request_id) };
  if (envelope.code === 0) {
    if (isSuccess(answer.status)) return envelope.data;
    const refused = answer.status === 429 || answer.status >= 500;
    throw failure(refused ? connectorCodeForStatus(answer.status) : "invalid_response", subject, quoted);
  }
  const code = connectorCodeFor(envelope.code, envelope.message) ?? statusCodeOrUnexpected(answer.status);
  throw failure(code, subject, { ...quoted, providerCode: String(envelope.code) });
}

function envelopeOf(answer: HttpAnswer): z.infer<typeof envelopeSchema> | null {
  if (!isJson(answer.headers.get("content-type"))) return null;
  try {
    const result = envelopeSchema.safeParse(parseJson(answer.body));
    return result.success ? result.data : null;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return null;
    throw error;
  }
}

function statusCodeOrUnexpected(status: number) {
  return isSuccess(status) ? "unexpected" : connectorCodeForStatus(status);
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function isJson(contentType: string | null): boolean {
  const mediaType = (contentType ?? "").split(";", 1)[0] ?? "";
  return mediaType.trim().toLowerCase() === "application/json";
}

/** Ids are quoted in messages, so anything that does not look like one is left out. */
function plainRequestId(text: string): string | null {
  return /^[0-9A-Za-z_-]{1,64}$/.test(text) ? text : null;
}
