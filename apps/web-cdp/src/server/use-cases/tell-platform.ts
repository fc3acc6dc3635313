import "server-only";
import type { Connector, PlatformShop } from "@lendfriend/connector";
import type { EndedConnection, Ports } from "#server/ports.ts";

/** The platform is told for this long at most; the connection has ended here whatever it answers. */
const deauthorizeTimeoutMs = 10_000;

/** Asks the platform to end its authorisation of a connection that has ended here. Reports its own failures, never throws. */
export async function tellPlatform(
  { connectors, log, vault }: Pick<Ports, "connectors" | "log" | "vault">,
  connectionId: string,
  ended: EndedConnection,
): Promise<void> {
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
