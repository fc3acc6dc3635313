import "server-only";
import type { AccountDeletion } from "#server/contract.ts";
import { AppError } from "#server/errors.ts";
import type { Ports } from "#server/ports.ts";
import { isUuid } from "#server/uuid.ts";

/** How far a deletion is, for whoever holds its receipt. Throws `not_found`. */
export async function readDeletion({ accounts }: Pick<Ports, "accounts">, id: string): Promise<AccountDeletion> {
  const found = isUuid(id) ? await accounts.findDeletion(id) : null;
  if (found === null) throw new AppError("not_found", "There is no deletion of that number.");
  return found;
}
