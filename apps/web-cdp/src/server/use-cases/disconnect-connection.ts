import "server-only";
import type { Session } from "#server/contract.ts";
import { AppError } from "#server/errors.ts";
import type { Ports } from "#server/ports.ts";
import { isUuid } from "#server/uuid.ts";
import { tellPlatform } from "./tell-platform.ts";

type Needs = Pick<Ports, "background" | "connections" | "connectors" | "log" | "vault">;

/**
 * Ends one own connection: tokens and running imports are gone when this returns, and with `delete` everything imported
 * too. Then, in the background, the platform is asked to end its authorisation. Throws `not_found`.
 */
export async function disconnectConnection(
  ports: Needs,
  session: Session,
  id: string,
  keepOrDelete: "keep" | "delete",
): Promise<void> {
  const ended = isUuid(id) ? await ports.connections.disconnect(session.wallet, id, keepOrDelete) : null;
  if (ended === null) throw new AppError("not_found", "There is no such connection.");
  ports.log.info("connection.ended", { connectionId: id, keepOrDelete, wallet: session.wallet });
  ports.background(() => tellPlatform(ports, id.toLowerCase(), ended));
}
