import "server-only";
import type { Connector, Platform, PlatformAccount, TokenSet } from "@lendfriend/connector";
import { tagOf, takeFlow } from "#server/connecting/browser-binding.ts";
import { checkTokens, usableShops } from "#server/connecting/check-account.ts";
import { ConnectionRefused, refusalFrom } from "#server/connecting/connection-refused.ts";
import { supportReference } from "#server/connecting/support-reference.ts";
import type { App, Session } from "#server/contract.ts";
import type { CompletedConnection, Ports } from "#server/ports.ts";
import { isRandomToken } from "#server/random-token.ts";

/** The platform's are about 60 characters. */
const maxCodeLength = 2_048;

type Needs = Pick<Ports, "connections" | "connectors" | "digest" | "log" | "random" | "transactions" | "vault">;

interface Callback {
  readonly platform: Platform;
  readonly code: string | null;
  readonly state: string | null;
  readonly error: string | null;
  /** The cookie that `startConnection` handed out. */
  readonly browser: string | null;
}

/**
 * Finishes a consent when the person returns from the platform. The state is used up by one atomic step before the
 * platform is asked anything, and only by the session and the browser that began the flow. Never throws: whatever goes
 * wrong is a refusal with a code for the person and a reference for the log.
 */
export async function completeConnection(
  ports: Needs,
  session: Session | null,
  callback: Callback,
): ReturnType<App["completeConnection"]> {
  const stateHash = isRandomToken(callback.state) ? ports.digest("state", callback.state) : null;
  // What the request brought is never given back as it came.
  const tagAt = stateHash === null ? () => null : tagOf(ports.digest, stateHash);
  const { flow, rest: browser } = takeFlow(callback.browser, tagAt);
  try {
    if (session === null || stateHash === null || flow === null) {
      throw new ConnectionRefused("state_invalid", "the callback belongs to no flow of this browser and session");
    }
    const browserHash = ports.digest("browser", flow.token);
    const connectionId = await connect(ports, session, callback, { stateHash, browserHash });
    return { outcome: "connected", connectionId, browser };
  } catch (error) {
    const { code, message, scopes, heldBy, cause } = refusalFrom(error);
    const reference = supportReference(ports.random);
    const facts = { reference, code, reason: message, scopes, wallet: session?.wallet ?? null };
    if (code === "unexpected") ports.log.error("connection.refused", cause ?? error, facts);
    else ports.log.info("connection.refused", { ...facts, err: cause });
    return { outcome: "refused", code, reference, scopes, heldBy, browser };
  }
}

async function connect(
  ports: Needs,
  session: Session,
  { platform, code, error }: Callback,
  { stateHash, browserHash }: { readonly stateHash: string; readonly browserHash: string },
): Promise<string> {
  const { connectors, digest, transactions } = ports;
  const key = { stateHash, sessionId: session.sessionId, browserHash, platform };
  const transaction = await transactions.takeTransaction(key);
  if (transaction === null) throw new ConnectionRefused("state_invalid", "the state is unknown, used or expired");
  if (error !== null || code === null || code === "null") {
    throw new ConnectionRefused("auth_denied", "the person did not approve");
  }
  if (code.length > maxCodeLength) throw new ConnectionRefused("unexpected", "the code is too long to be one");
  if (!(await transactions.claimCode(digest("code", code)))) {
    throw new ConnectionRefused("state_invalid", "the code was used before");
  }
  const connector = connectors[platform];
  if (!connector) throw new ConnectionRefused("unexpected", "the platform is not configured");

  const tokens = await connector.exchangeCode(code);
  checkTokens(connector, transaction.account, tokens);
  const account = await readAccount(connector, tokens);
  const shops = usableShops(connector, tokens, account);
  return saveConnection(ports, connector, tokens, {
    wallet: transaction.wallet,
    platform,
    account: transaction.account,
    market: transaction.market,
    consentText: transaction.consentText,
    platformUserId: tokens.platformUserId,
    displayName: account.displayName,
    region: account.region ?? tokens.region,
    shops,
  });
}

async function readAccount(connector: Connector, tokens: TokenSet): Promise<PlatformAccount> {
  try {
    return await connector.readAccount(tokens);
  } catch (error) {
    const refusal = refusalFrom(error);
    if (refusal.code !== "missing_permissions") throw error;
    const scopes = connector.missingScopes(tokens.account, tokens.grantedScopes);
    throw new ConnectionRefused(refusal.code, refusal.message, { cause: error, scopes });
  }
}

type SealedLater = "connectionId" | "epoch" | "accessToken" | "refreshToken";
type TokenFacts = "accessTokenExpiresAt" | "refreshTokenExpiresAt" | "grantedScopes" | "missingScopes";
type Consent = Omit<CompletedConnection, SealedLater | TokenFacts>;

/** Two consents of one account that finish together both prepare the same epoch; the one that comes second redoes it. */
async function saveConnection(
  { connections, log, vault }: Needs,
  connector: Connector,
  tokens: TokenSet,
  consent: Consent,
): Promise<string> {
  for (let tries = 1; tries <= 3; tries++) {
    const { connectionId, epoch, isNew } = await connections.prepareConnection(consent);
    const saved = await connections.completeConnection({
      ...consent,
      connectionId,
      epoch,
      accessToken: vault.seal(tokens.accessToken, { connectionId, field: "access", epoch }),
      accessTokenExpiresAt: tokens.accessTokenExpiresAt,
      refreshToken: vault.seal(tokens.refreshToken, { connectionId, field: "refresh", epoch }),
      refreshTokenExpiresAt: tokens.refreshTokenExpiresAt,
      grantedScopes: tokens.grantedScopes,
      missingScopes: connector.missingScopes(tokens.account, tokens.grantedScopes),
    });
    if ("runId" in saved) {
      log.info("connection.completed", { connectionId, runId: saved.runId, epoch, isNew, wallet: consent.wallet });
      return connectionId;
    }
    if (saved.error === "shop_already_connected") {
      throw new ConnectionRefused("shop_already_connected", "another wallet holds this account or one of its shops");
    }
    if (saved.error === "shop_in_other_account") {
      const { heldBy } = saved;
      throw new ConnectionRefused("shop_in_other_account", "another account of the wallet brings one of the shops", {
        heldBy,
      });
    }
  }
  throw new ConnectionRefused("unexpected", "the same connection kept being completed elsewhere");
}
