import "server-only";
import type { AccountKind, Market, Platform } from "@lendfriend/connector";
import { addFlow, tagOf } from "#server/connecting/browser-binding.ts";
import type { Session } from "#server/contract.ts";
import { AppError } from "#server/errors.ts";
import type { Ports } from "#server/ports.ts";
import { randomToken } from "#server/random-token.ts";
import { findConsentText } from "#words/consent-text.ts";

/** How long a person has for approving at the platform. */
export const consentTtlSeconds = 600;

/**
 * Begins a consent: remembers a state that only this session in this browser can use, once, and says where to send the
 * person. `wallet` is only ever compared with the session's. Throws `forbidden` when it is another one, and `conflict` when
 * the person read words that are not those of today.
 */
export async function startConnection(
  {
    connectors,
    digest,
    now,
    random,
    transactions,
  }: Pick<Ports, "connectors" | "digest" | "now" | "random" | "transactions">,
  session: Session,
  input: {
    readonly platform: Platform;
    readonly wallet: string;
    readonly account: AccountKind;
    readonly market: Market;
    readonly consentText: string | null;
    readonly browser: string | null;
  },
): Promise<{ authUrl: string; browser: string }> {
  const { platform, wallet, account, market, consentText: hash, browser } = input;
  if (wallet !== session.wallet) throw new AppError("forbidden", "You are signed in with another wallet.");
  const connector = connectors[platform];
  if (!connector) throw new AppError("not_found", "This platform cannot be connected yet.");
  const consentText = hash === null ? null : findConsentText(hash);
  if (hash !== null && consentText === null) {
    throw new AppError(
      "conflict",
      "The consent was read in words that are out of date. Reload the page and try again.",
    );
  }

  const state = randomToken(random);
  const browserToken = randomToken(random);
  const stateHash = digest("state", state);
  const begunAt = Math.floor(now().getTime() / 1_000);
  await transactions.saveTransaction({
    stateHash,
    sessionId: session.sessionId,
    browserHash: digest("browser", browserToken),
    wallet,
    platform,
    account,
    market,
    consentText,
    ttlSeconds: consentTtlSeconds,
  });
  return {
    authUrl: connector.authorizationUrl({ state, account, market }),
    browser: addFlow(browser, { tag: tagOf(digest, stateHash)(begunAt), begunAt, token: browserToken }),
  };
}
