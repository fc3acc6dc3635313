import "server-only";
import type { Session } from "#server/contract.ts";
import { AppError } from "#server/errors.ts";
import type { Ports } from "#server/ports.ts";
import { isUuid } from "#server/uuid.ts";

/** Ends one of the person's own sessions at once. Throws `not_found` when they have no open session of that id. */
export async function revokeSession({ auth }: Pick<Ports, "auth">, session: Session, id: string): Promise<void> {
  const ended = isUuid(id) ? await auth.revokeSessions(session.accountId, id) : 0;
  if (ended === 0) throw new AppError("not_found", "There is no such session, or it has ended before.");
}
