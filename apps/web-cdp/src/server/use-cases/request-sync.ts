import "server-only";
import type { Once, Session } from "#server/contract.ts";
import { AppError } from "#server/errors.ts";
import type { Ports } from "#server/ports.ts";
import { isUuid } from "#server/uuid.ts";

const refusals = {
  not_found: () => new AppError("not_found", "There is no such connection."),
  needs_reconnect: () => new AppError("conflict", "TikTok Shop no longer lets us read. Reconnect the account first."),
  disconnected: () => new AppError("conflict", "This account is disconnected. Connect it again first."),
} as const;

/** Queues an import of one own connection, or names the one under way: at most one is open at a time. */
export async function requestSync(
  { connections }: Pick<Ports, "connections">,
  session: Session,
  id: string,
  once: Once | null = null,
): Promise<{ runId: string; created: boolean }> {
  if (!isUuid(id)) throw refusals.not_found();
  const answer = await connections.requestSync(session.wallet, id, once);
  if ("error" in answer) throw refusals[answer.error]();
  return answer;
}
