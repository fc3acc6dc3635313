/** A refusal or failure of our own API, with the words and the reference that it gave. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  /** The API's code, or `offline` when no answer arrived, or `unreadable` when it was not ours. */
  readonly code: string;
  readonly status: number;
  readonly requestId: string | null;

  constructor(
    code: string,
    message: string,
    facts: { status?: number; requestId?: string | null; cause?: unknown } = {},
  ) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.code = code;
    this.status = facts.status ?? 0;
    this.requestId = facts.requestId ?? null;
  }
}

interface CallOptions {
  readonly method?: "GET" | "POST" | "DELETE";
  readonly body?: unknown;
  /** A uuid: the request has one effect however often it is sent with it. */
  readonly onceKey?: string;
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
}

const defaultTimeoutMs = 20_000;

/**
 * Calls one route of this app from the browser and answers its JSON, or null where there is none.
 * Throws `ApiError`; a call that the given signal ended throws the signal's own reason.
 */
export async function callApi<Answer>(path: string, options: CallOptions = {}): Promise<Answer> {
  const { method = "GET", body, onceKey, signal, timeoutMs = defaultTimeoutMs } = options;
  const response = await reach(path, {
    method,
    credentials: "same-origin",
    cache: "no-store",
    signal: signal ? AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]) : AbortSignal.timeout(timeoutMs),
    headers: {
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(onceKey === undefined ? {} : { "idempotency-key": onceKey }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = await readJson(response);
  if (!response.ok) throw refusalFrom(response.status, answer);
  return trustOwnApi<Answer>(answer);
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError("offline", "We could not reach the server. Check your connection and try again.", {
      cause: error,
    });
  }
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === "") return null;
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ApiError("unreadable", "The server gave an answer we could not read. Try again in a moment.", {
      status: response.status,
      cause: error,
    });
  }
}

function refusalFrom(status: number, answer: unknown): ApiError {
  const error = fieldOf(answer, "error");
  const code = fieldOf(error, "code");
  const message = fieldOf(error, "message");
  const requestId = fieldOf(error, "requestId");
  return new ApiError(
    typeof code === "string" ? code : "unexpected",
    typeof message === "string" ? message : "Something went wrong on our side. Try again in a moment.",
    { status, requestId: typeof requestId === "string" ? requestId : null },
  );
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

/** The one cast of a JSON body: same-origin answers have the shapes of `#server/contract.ts`, which both sides share. */
function trustOwnApi<Answer>(answer: unknown): Answer {
  return answer as Answer;
}
