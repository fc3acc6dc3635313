import "server-only";
import type { Session, SignedMessage } from "#server/contract.ts";
import { AppError } from "#server/errors.ts";
import type { Ports } from "#server/ports.ts";
import { requireConfirmation } from "#server/sign-in/require-confirmation.ts";
import { isUuid } from "#server/uuid.ts";
import { tellPlatform } from "./tell-platform.ts";

type Needs = Pick<Ports, "auth" | "background" | "connections" | "connectors" | "contractWallets" | "log" | "vault">;

/**
 * Ends one own connection: tokens and running imports are gone when this returns, and with `delete` everything imported
 * too. Then, in the background, the platform is asked to end its authorisation. The wallet confirms it by a signature of
 * its own, so that a stolen session cannot. Throws `not_found` or `confirmation_required`.
 */
export async function disconnectConnection(
  ports: Needs,
  session: Session,
  input: { readonly id: string; readonly keepOrDelete: "keep" | "delete"; readonly signed: SignedMessage },
): Promise<void> {
  const { id, keepOrDelete, signed } = input;
  if (!isUuid(id)) throw new AppError("not_found", "There is no such connection.");
  const act = keepOrDelete === "delete" ? "connection.delete" : "connection.disconnect";
  await requireConfirmation(ports, session, { act, object: id.toLowerCase(), ...signed });
  const ended = await ports.connections.disconnect(session.wallet, id, keepOrDelete);
  if (ended === null) throw new AppError("not_found", "There is no such connection.");
  ports.log.info("connection.ended", { connectionId: id, keepOrDelete, wallet: session.wallet });
  ports.background(() => tellPlatform(ports, id.toLowerCase(), ended));
}
