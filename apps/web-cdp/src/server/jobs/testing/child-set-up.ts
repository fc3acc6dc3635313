import type { Connector } from "@lendfriend/connector";
import { createTikTokShopConnector } from "@lendfriend/tiktokshop-client";
import type { Pool } from "pg";
import { createVault } from "#server/crypto/vault.ts";
import { createLog } from "#server/log.ts";
import { createPool } from "#server/stores/pg/pool.ts";
import { createFreshTokens, type ReadFreshToken } from "../fresh-token.ts";

/** What a process started by `startTestProcess` works with: the real client, the real database, tokens of its own. */
export interface ChildSetUp {
  readonly pool: Pool;
  readonly log: ReturnType<typeof createLog>;
  readonly connector: Connector;
  readonly freshToken: ReadFreshToken;
}

/** Reads the environment that `startTestProcess` made. `now` is the platform's clock in milliseconds. */
export function childSetUp(now: () => number = Date.now): ChildSetUp {
  const pool = createPool({ databaseUrl: variable("DATABASE_URL"), applicationName: "test-child", max: 20 });
  pool.on("error", () => undefined);
  const log = createLog("silent");
  const vault = createVault([{ kid: "k1", key: new Uint8Array(Buffer.from(variable("TOKEN_KEY"), "base64")) }]);
  const url = variable("SANDBOX_URL");
  const connector = createTikTokShopConnector({
    appKey: variable("APP_KEY"),
    appSecret: variable("APP_SECRET"),
    serviceId: variable("SERVICE_ID"),
    apiUrl: url,
    authUrl: url,
    retry: { maxTries: 3, baseDelayMs: 10, maxDelayMs: 50 },
    now,
  });
  return { pool, log, connector, freshToken: createFreshTokens({ pool, vault, log }) };
}

export function variable(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
}
