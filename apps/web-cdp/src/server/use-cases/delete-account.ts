import "server-only";
import type { Session, SignedMessage } from "#server/contract.ts";
import { AppError } from "#server/errors.ts";
import type { Ports } from "#server/ports.ts";
import { requireConfirmation } from "#server/sign-in/require-confirmation.ts";
import { tellPlatform } from "./tell-platform.ts";

type Needs = Pick<Ports, "accounts" | "auth" | "background" | "connectors" | "contractWallets" | "log" | "vault">;

/**
 * Deletes everything about the wallet. When this returns nobody gets in any more: sessions, connections, shares and signed
 * scores have ended together. Then the platform is told, and a worker removes the rows. The wallet confirms it by a
 * signature of its own. Answers the receipt's id. Throws `confirmation_required`, or `not_found` for a wallet that is not
 * known here.
 */
export async function deleteAccount(ports: Needs, session: Session, signed: SignedMessage): Promise<string> {
  const { accountId, wallet } = session;
  await requireConfirmation(ports, session, { act: "account.delete", object: accountId.toLowerCase(), ...signed });
  const deletion = await ports.accounts.beginDeletion(wallet);
  if (deletion === null) throw new AppError("not_found", "There is no account of this wallet.");
  const { deletionId, ended } = deletion;
  ports.log.info("account.deletion_begun", { deletionId, connections: ended.length });
  ports.background(async () => {
    await Promise.all(ended.map(({ connectionId, ...connection }) => tellPlatform(ports, connectionId, connection)));
    // A worker goes on without this after some seconds, as it does when this process dies.
    await ports.accounts
      .markRevoked(deletionId)
      .catch((error: unknown) => ports.log.warn("account.not_marked_revoked", { deletionId, err: error }));
  });
  return deletionId;
}
