import { randomUUID } from "node:crypto";
import type { Connector } from "@lendfriend/connector";
import { createTikTokShopConnector } from "@lendfriend/tiktokshop-client";
import type { Sandbox } from "@lendfriend/tiktokshop-sandbox";
import { connect } from "../../../../../../supabase/tests/harness.ts";
import type { BenchAccount, ImportBench } from "./import-bench.ts";

/** The real client, pointed at the sandbox, with little patience so that tests of faults stay short. */
export function sandboxConnector(sandbox: Sandbox): Connector {
  const { appKey, appSecret, serviceId } = sandbox.app;
  return createTikTokShopConnector({
    appKey,
    appSecret,
    serviceId,
    apiUrl: sandbox.url,
    authUrl: sandbox.url,
    authorizeUrl: `${sandbox.url}/open/authorize`,
    authorizeUrlUs: `${sandbox.url}/us/open/authorize`,
    creatorAuthorizeUrl: `${sandbox.url}/alliance/creator/auth`,
    retry: { maxTries: 3, baseDelayMs: 10, maxDelayMs: 50 },
  });
}

/** Goes through a persona's consent, code exchange and account as the web app does, and stores the connection. */
export async function connectPersona(
  bench: ImportBench,
  sandbox: Sandbox,
  connector: Connector,
  persona: string,
  options: { readonly wallet?: string; readonly scopes?: readonly string[] } = {},
): Promise<BenchAccount> {
  const tokens = await connector.exchangeCode(sandbox.control.authorize(persona, options.scopes));
  const account = await connector.readAccount(tokens);
  const connectionId = randomUUID();
  const { wallet, runId } = await connect(
    bench.pool,
    {
      connectionId,
      account: tokens.account,
      platformUserId: tokens.platformUserId,
      displayName: account.displayName,
      region: account.region,
      accessToken: bench.vault.seal(tokens.accessToken, { connectionId, field: "access", epoch: 1 }),
      accessTokenExpiresAt: tokens.accessTokenExpiresAt,
      refreshToken: bench.vault.seal(tokens.refreshToken, { connectionId, field: "refresh", epoch: 1 }),
      refreshTokenExpiresAt: tokens.refreshTokenExpiresAt,
      grantedScopes: tokens.grantedScopes,
      missingScopes: connector.missingScopes(tokens.account, tokens.grantedScopes),
      shops: account.shops,
    },
    options.wallet,
  );
  return { wallet, connectionId, runId, shopIds: account.shops.map((shop) => shop.id) };
}

/** The same, for an import of the 90 days before `asOf` (unix seconds): two imports of one shop then cover the same rows. */
export async function connectForWindow(
  bench: ImportBench,
  sandbox: Sandbox,
  facts: { readonly connector: Connector; readonly persona: string; readonly asOf: number },
): Promise<BenchAccount> {
  const account = await connectPersona(bench, sandbox, facts.connector, facts.persona);
  await bench.pool.query(`update public.sync_runs set window_from = $2, window_to = $3 where id = $1`, [
    account.runId,
    facts.asOf - 90 * 86_400,
    facts.asOf,
  ]);
  return account;
}
