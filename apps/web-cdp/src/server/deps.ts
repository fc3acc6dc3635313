import "server-only";
import { randomBytes } from "node:crypto";
import { LRUCache } from "lru-cache";
import { after } from "next/server";
import { tikTokShopConnector } from "#lib/tiktokshop-client/index.ts";
import type { App } from "./contract.ts";
import { createApp } from "./create-app.ts";
import { createDigest } from "./crypto/digest.ts";
import { createVault } from "./crypto/vault.ts";
import { type Env, env } from "./env.ts";
import { createLiveHub, type LiveHub } from "./live/live-hub.ts";
import { salesDayOf } from "./live/sales-day.ts";
import { createLog, type Log } from "./log.ts";
import { createContractWallets } from "./sign-in/contract-wallets.ts";
import { createScoreSigner } from "./signing/create-score-signer.ts";
import { createStores } from "./stores/create-stores.ts";
import { functionsOf } from "./stores/data-api.ts";
import { createServiceClient } from "./stores/service-client.ts";
import { createWalletClients } from "./stores/wallet-client.ts";

/** What routes and pages stand on. */
export interface Deps {
  readonly app: App;
  readonly live: LiveHub;
  readonly log: Log;
  readonly origin: string;
  readonly trustedProxyCount: number;
  /** Rate limits that the database has refused, by key, until when in milliseconds: a flood costs no more queries. */
  readonly refusedUntil: LRUCache<string, number>;
}

/** A person is waiting for the answer: one quick second try, and a clear refusal well before ten seconds. */
const interactivePatience = { retry: { maxTries: 2, baseDelayMs: 300, maxDelayMs: 1_000 }, timeoutMs: 4_500 };

/**
 * One set for each bundle that Next makes of this module (routes, pages, start-up), and not one on the global object: a
 * bundle has its own copy of every class, so an error that another bundle's set throws would not be recognised.
 */
let memo: Deps | null = null;

/** Everything wired, once. Throws `EnvError`, or `ConnectorError` for an address that cannot be used. */
export function deps(): Deps {
  memo ??= wire(env());
  return memo;
}

/** Every verb of the product, bound. Throws `EnvError`. */
export function app(): App {
  return deps().app;
}

/** Of the 10,000 refusals that were made or met last. */
export function createRefusalMemory(): Deps["refusedUntil"] {
  return new LRUCache({ max: 10_000 });
}

/** Puts other dependencies in place, for tests of routes. */
export function installDeps(replacement: Deps): void {
  memo = replacement;
}

function wire(settings: Env): Deps {
  const now = () => new Date();
  const log = createLog(settings.logLevel);
  const stores = createStores(functionsOf(createServiceClient(settings)), createWalletClients(settings, now));
  const app = createApp({
    ...stores,
    contractWallets: createContractWallets(settings.contractWallets, log),
    connectors: { tiktokshop: tikTokShopConnector(settings, interactivePatience) },
    vault: createVault(settings.tokenKeys),
    digest: createDigest(settings.sessionSecret),
    scoreSigner: createScoreSigner(settings),
    origin: settings.appUrl,
    now,
    random: (byteCount) => new Uint8Array(randomBytes(byteCount)),
    background: (task) => after(task),
    log,
  });
  const live = createLiveHub({
    findMarks: (sessionIds) => stores.live.findMarks(sessionIds, salesDayOf(now())),
    readState: (session) => app.readLive(session),
    onStop: (close) => {
      for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, close);
    },
    log,
  });
  const { appUrl: origin, trustedProxyCount } = settings;
  return { app, live, log, origin, trustedProxyCount, refusedUntil: createRefusalMemory() };
}
