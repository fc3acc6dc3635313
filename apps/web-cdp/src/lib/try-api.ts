import type { callApi } from "./call-api.ts";

/** What went wrong, by the API's code; null where no code could be run that asks it. */
export interface ApiFailure {
  readonly code: string | null;
  readonly requestId: string | null;
}

export type ApiOutcome<Answer> =
  | { readonly answer: Answer; readonly failure: null }
  | { readonly answer: null; readonly failure: ApiFailure };

/**
 * Calls one route with code that is loaded when it is first needed: a page that may never call pays nothing for it at
 * first load. Never throws.
 */
export async function tryApi<Answer>(
  path: string,
  options?: Parameters<typeof callApi>[1],
): Promise<ApiOutcome<Answer>> {
  try {
    const { callApi, ApiError } = await import("./call-api.ts");
    try {
      return { answer: await callApi<Answer>(path, options), failure: null };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return { answer: null, failure: { code: error.code, requestId: error.requestId } };
    }
  } catch {
    return { answer: null, failure: { code: null, requestId: null } };
  }
}
