import type { HttpRequest } from "./build.ts";
import { failure, safeCause } from "./failure.ts";
import type { HttpAnswer } from "./unwrap.ts";

export interface SendOptions {
  readonly fetch: typeof fetch;
  /** The only origin that this request may go to. */
  readonly origin: string;
  /** Names the call in messages. */
  readonly subject: string;
  /** From before connecting until the last byte of the body. */
  readonly timeoutMs: number;
  /** After decompression, counted while streaming. */
  readonly maxResponseBytes: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends one request once and reads the whole answer as text, judging nothing but the transport.
 * Throws `ConnectorError`: `aborted` (the caller's signal), `timeout`, `network`, or `invalid_response` for a redirect, for more
 * bytes than allowed, or for text that is not UTF-8. Redirects are refused, so a token never follows one to another host.
 */
export async function send(request: HttpRequest, options: SendOptions): Promise<HttpAnswer> {
  const { subject, signal } = options;
  if (!request.url.startsWith(`${options.origin}/`)) {
    throw failure("invalid_request", `${subject}, at a host that is not the configured one`);
  }
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), options.timeoutMs);
  try {
    const response = await options.fetch(request.url, {
      method: request.method,
      headers: request.headers,
      body: request.body,
      redirect: "manual",
      signal: signal ? AbortSignal.any([deadline.signal, signal]) : deadline.signal,
    });
    if (response.type === "opaqueredirect" || (response.status >= 300 && response.status < 400)) {
      discard(response);
      throw failure("invalid_response", `${subject}, redirected elsewhere and not followed`, {
        status: response.status,
      });
    }
    return { status: response.status, headers: response.headers, body: await readText(response, options) };
  } catch (error) {
    if (signal?.aborted) throw failure("aborted", subject, { cause: safeCause(signal.reason) });
    if (deadline.signal.aborted) throw failure("timeout", subject, { cause: safeCause(error) });
    if (error instanceof Error && error.name === "ConnectorError") throw error;
    throw failure("network", subject, { cause: safeCause(error) });
  } finally {
    clearTimeout(timer);
  }
}

async function readText(response: Response, options: SendOptions): Promise<string> {
  const { maxResponseBytes, subject } = options;
  const declared = Number(response.headers.get("content-length") ?? 0);
  if (declared > maxResponseBytes) {
    discard(response);
    throw tooLarge(subject, response.status);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxResponseBytes) throw tooLarge(subject, response.status);
    chunks.push(chunk);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks, size));
  } catch (error) {
    throw failure("invalid_response", `${subject}, not UTF-8`, { status: response.status, cause: safeCause(error) });
  }
}

function tooLarge(subject: string, status: number) {
  return failure("invalid_response", `${subject}, larger than allowed`, { status });
}

/** Frees the socket; how the unwanted body ends is of no interest. */
function discard(response: Response): void {
  response.body?.cancel().catch(() => undefined);
}
