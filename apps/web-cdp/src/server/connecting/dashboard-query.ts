import "server-only";
import type { App } from "#server/contract.ts";

type Result = Awaited<ReturnType<App["completeConnection"]>>;

/** How the dashboard learns what became of a consent: codes, names and ids of ours only, nothing that the platform wrote. */
export function dashboardQuery(result: Result): URLSearchParams {
  if (result.outcome === "connected") return new URLSearchParams({ tiktokshop_connected: "true" });
  const query = new URLSearchParams({ tiktokshop_error: result.code, ref: result.reference });
  if (result.scopes.length > 0) query.set("scopes", result.scopes.join(","));
  if (result.heldBy !== null) query.set("held_by", result.heldBy);
  return query;
}
