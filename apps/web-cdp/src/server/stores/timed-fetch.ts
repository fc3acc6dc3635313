import "server-only";

const timeoutMs = 5_000;

/** `fetch` that gives up after five seconds and follows no redirect: the database is one known host. */
export function timedFetch(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const deadline = AbortSignal.timeout(timeoutMs);
  const signal = init.signal ? AbortSignal.any([init.signal, deadline]) : deadline;
  return fetch(input, { ...init, signal, redirect: "error", cache: "no-store" });
}
