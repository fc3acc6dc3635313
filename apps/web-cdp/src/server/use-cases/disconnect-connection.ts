import "server-only";
import type { Connector, PlatformShop } from "@lendfriend/connector";
import type { Session } from "#server/contract.ts";
import { AppError } from "#server/errors.ts";
import type { EndedConnection, Ports } from "#server/ports.ts";
import { isUuid } from "#server/uuid.ts";

type Needs = Pick<Ports, "background" | "connections" | "connectors" | "log" | "vault">;

/** The platform is told for this long at most; the connection has ended here whatever it answers. */
const deauthorizeTimeoutMs = 10_000;

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

async function tellPlatform({ connectors, log, vault }: Needs, connectionId: string, ended: EndedConnection) {
  const connector = connectors[ended.platform];
  if (!connector || ended.accessToken === null) return;
  const facts = { connectionId, shops: ended.shops.length };
  try {
    const accessToken = vault.open(ended.accessToken, { connectionId, field: "access", epoch: ended.epoch });
    const calls = ended.shops.map((shop) => leave(connector, accessToken, shop));
    await withinTime(Promise.all(calls), deauthorizeTimeoutMs);
    log.info("connection.deauthorized", facts);
  } catch (error) {
    log.warn("connection.deauthorize_failed", { ...facts, err: error });
  }
}

/** Events first: after the authorisation has ended the platform takes no call for the shop any more. */
async function leave(connector: Connector, accessToken: string, shop: PlatformShop): Promise<void> {
  // The end of the authorisation ends the events too, so that alone is worth reporting.
  await connector.unsubscribe(accessToken, shop).catch(() => undefined);
  await connector.deauthorize(accessToken, shop);
}

async function withinTime(work: Promise<unknown>, timeoutMs: number): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`the platform did not answer within ${timeoutMs} ms`)), timeoutMs);
  try {
    await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
