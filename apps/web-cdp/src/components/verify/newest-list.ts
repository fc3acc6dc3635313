import { ApiError, callApi } from "#lib/call-api.ts";

const timeoutMs = 5_000;

/** The list of revoked scores as the site has it now; null without a connection, which is no failure here. */
export async function newestList(): Promise<unknown> {
  try {
    return await callApi<unknown>("/api/signed-scores/revoked", { timeoutMs });
  } catch (error) {
    if (error instanceof ApiError || error instanceof DOMException) return null;
    throw error;
  }
}
