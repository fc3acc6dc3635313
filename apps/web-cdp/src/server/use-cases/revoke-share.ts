import "server-only";
import type { Session } from "#server/contract.ts";
import { AppError } from "#server/errors.ts";
import type { Ports } from "#server/ports.ts";
import { isUuid } from "#server/uuid.ts";

/** Takes a share back at once. Throws `not_found` when the wallet has no live share of that id. */
export async function revokeShare({ shares }: Pick<Ports, "shares">, session: Session, id: string): Promise<void> {
  const revoked = isUuid(id) && (await shares.revokeShare(session.wallet, id));
  if (!revoked) throw new AppError("not_found", "There is no such share, or it was taken back before.");
}
