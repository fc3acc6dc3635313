import "server-only";
import type { Connector, Platform } from "@lendfriend/connector";
import type { Pool } from "pg";
import type { PgBoss } from "pg-boss";
import type { Log } from "#server/log.ts";
import { findConnection } from "#server/stores/pg/connections.ts";
import { listEndingTokens, readTokenLife } from "#server/stores/pg/refresh-tokens.ts";
import type { ReadFreshToken } from "./fresh-token.ts";
import { queues } from "./queue.ts";
import { marginOfLife } from "./token-rules.ts";

const aheadSeconds = 30 * 60;
/** Refreshes that fall due together are spread over this long. */
const spreadSeconds = 240;

/** Queues a refresh for every access token that ends soon, spread out, so that no page of an import has to wait for it. */
export async function queueRefreshesAhead(
  deps: { readonly pool: Pool; readonly boss: PgBoss; readonly log: Log },
  random: () => number = Math.random,
): Promise<void> {
  const ending = await listEndingTokens(deps.pool, aheadSeconds);
  for (const connectionId of ending) {
    const startAfter = Math.floor(random() * spreadSeconds);
    await deps.boss.send(queues.tokenRefresh, { connectionId }, { singletonKey: connectionId, startAfter });
  }
  if (ending.length > 0) deps.log.info("token_refreshes_queued", { connections: ending.length });
}

/** Refreshes one connection's token now, unless it was issued for so short a time that only its use should. */
export async function refreshAhead(
  deps: {
    readonly pool: Pool;
    readonly connectors: ReadonlyMap<Platform, Connector>;
    readonly freshToken: ReadFreshToken;
  },
  connectionId: string,
): Promise<void> {
  const connection = await findConnection(deps.pool, connectionId);
  const connector = connection ? deps.connectors.get(connection.platform) : undefined;
  if (!connection?.isActive || !connector) return;
  const life = (await readTokenLife(deps.pool, connectionId)) ?? 0;
  const marginSeconds = marginOfLife(life, { divisor: 5, mostSeconds: aheadSeconds });
  await deps.freshToken({ connectionId, connector, epoch: connection.epoch, marginSeconds });
}
