import { createHash } from "node:crypto";
import { ConnectorError, type PaceLedger, type PaceRefusalCode, type PaceReport } from "@lendfriend/connector";
import { LRUCache } from "lru-cache";
import type { TikTokShopSettings } from "../options.ts";
import type { ApiRequest } from "./build.ts";
import { failure } from "./failure.ts";

/** Lets calls go as fast as the platform takes them, per app, shop and endpoint. */
export interface Pacer {
  /**
   * Waits for this call's turn and makes it. Throws `ConnectorError` `rate_limited` or `quota_exhausted`, without making the
   * call, when the platform asked for a wait too long to hold a caller.
   */
  run<T>(request: ApiRequest, subject: string, call: () => Promise<T>): Promise<T>;
}

interface Turns {
  /** When each granted request may go, the earliest first. */
  slots: number[];
  /** Rises when what was granted no longer holds. */
  cuts: number;
  asking: Promise<void> | null;
  waiting: number;
  inFlight: number;
  answered: number;
  latencySum: number;
  refusal: {
    readonly count: number;
    readonly code: PaceRefusalCode;
    readonly sentAt: number;
    readonly waitMs: number | null;
  } | null;
}

/** A caller is held back for at most this long; beyond it, it is told to come back. */
const mostHeldMs = 20_000;
/** A turn that nobody took in time is let go, so that idle time never becomes a burst. */
const staleMs = 100;
/** Lists of shops and creators whose turns are held in memory; of one that is forgotten the ledger knows all that lasts. */
const mostKeys = 10_000;

const refusals: ReadonlySet<string> = new Set(["rate_limited", "quota_exhausted"]);

type Settings = Pick<TikTokShopSettings, "appKey" | "now" | "sleep">;

export function createPacer(settings: Settings, ledger: PaceLedger): Pacer {
  const turnsByKey = new LRUCache<string, Turns>({ max: mostKeys });

  return {
    async run(request, subject, call) {
      const key = keyOf(settings.appKey, request);
      const turns = turnsOf(key);
      const waited = await turn(key, turns, request, subject);
      const sentAt = settings.now();
      turns.inFlight += 1;
      try {
        const result = await call();
        if (waited) {
          turns.answered += 1;
          turns.latencySum += settings.now() - sentAt;
        }
        return result;
      } catch (error) {
        const code = refusalOf(error);
        if (code !== null && error instanceof ConnectorError) {
          const count = (turns.refusal?.count ?? 0) + 1;
          turns.refusal = { count, code, sentAt, waitMs: error.retryAfterMs };
          turns.cuts += 1;
          turns.slots = [];
        }
        throw error;
      } finally {
        turns.inFlight -= 1;
      }
    },
  };

  function turnsOf(key: string): Turns {
    const fresh = {
      slots: [],
      cuts: 0,
      asking: null,
      waiting: 0,
      inFlight: 0,
      answered: 0,
      latencySum: 0,
      refusal: null,
    };
    const turns: Turns = turnsByKey.get(key) ?? fresh;
    turnsByKey.set(key, turns);
    return turns;
  }

  /** Resolves when the call may go, with whether it had to wait for it. */
  async function turn(key: string, turns: Turns, request: ApiRequest, subject: string): Promise<boolean> {
    let waited = false;
    turns.waiting += 1;
    try {
      for (;;) {
        while (turns.slots[0] !== undefined && turns.slots[0] < settings.now() - staleMs) turns.slots.shift();
        const slot = turns.slots.shift();
        if (slot === undefined) {
          turns.asking ??= ask(key, turns, subject).finally(() => {
            turns.asking = null;
          });
          await turns.asking;
          continue;
        }
        const held = slot - settings.now();
        if (held <= 1) return waited;
        waited = true;
        const { cuts } = turns;
        await settings.sleep(held, request.signal);
        if (cuts === turns.cuts) return true;
      }
    } finally {
      turns.waiting -= 1;
    }
  }

  async function ask(key: string, turns: Turns, subject: string): Promise<void> {
    const grant = await ledger.grant(key, turns.waiting + turns.inFlight, takeReport(turns));
    const from = settings.now() + grant.inMs;
    if (grant.count > 0) {
      turns.slots = Array.from({ length: grant.count }, (_, index) => from + index * grant.everyMs);
      return;
    }
    if (grant.inMs <= mostHeldMs) return settings.sleep(grant.inMs);
    const code = grant.blockedBy === "quota_exhausted" ? "quota_exhausted" : "rate_limited";
    throw failure(code, `${subject}, not sent`, { retryAfterMs: grant.inMs });
  }

  function takeReport(turns: Turns): PaceReport {
    const { answered, latencySum, refusal } = turns;
    turns.answered = 0;
    turns.latencySum = 0;
    turns.refusal = null;
    return {
      answered,
      latencyMs: answered === 0 ? null : latencySum / answered,
      refusal: refusal && {
        count: refusal.count,
        code: refusal.code,
        sentAgoMs: settings.now() - refusal.sentAt,
        waitMs: refusal.waitMs,
      },
    };
  }
}

function refusalOf(error: unknown): PaceRefusalCode | null {
  if (!(error instanceof ConnectorError)) return null;
  if (error.code === "quota_exhausted" || error.code === "rate_limited") return error.code;
  return error.status === 503 && !refusals.has(error.code) ? "provider_unavailable" : null;
}

/** Names the app, the shop and the endpoint without telling any of the platform's handles. */
function keyOf(appKey: string, { method, path, shopCipher, accessToken }: ApiRequest): string {
  const owner = createHash("sha256")
    .update(`${appKey}/${shopCipher ?? accessToken}`)
    .digest("hex")
    .slice(0, 24);
  const endpoint = path.replaceAll(/\/\d{9,}(?=\/|$)/g, "/:id");
  return `${owner} ${method} ${endpoint}`;
}
