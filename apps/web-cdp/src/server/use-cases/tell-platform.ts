import "server-only";
import type { Connector, PlatformShop } from "@lendfriend/connector";
import type { EndedConnection, Ports } from "#server/ports.ts";
import { withinTime } from "#server/within-time.ts";

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
    const silence = `the platform did not answer within ${deauthorizeTimeoutMs} ms`;
    await withinTime(Promise.all(calls), deauthorizeTimeoutMs, silence);
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
