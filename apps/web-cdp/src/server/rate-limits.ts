import "server-only";
import type { NextRequest } from "next/server";
import { clientAddress, isShared } from "./client-address.ts";
import type { Session } from "./contract.ts";
import { deps } from "./deps.ts";
import { tooManyRequests } from "./errors.ts";

/** How much one client, or one account, may do. Counted in the database, so that all instances share it. */
const limits = {
  challenge: { count: 20, seconds: 10 },
  failed_sign_in: { count: 10, seconds: 10 },
  connect: { count: 10, seconds: 60 },
  confirm: { count: 30, seconds: 60 },
  sync: { count: 30, seconds: 60 },
  share: { count: 60, seconds: 60 },
  adverse_action: { count: 60, seconds: 60 },
  export: { count: 6, seconds: 600 },
  signed_score: { count: 60, seconds: 60 },
  receipt: { count: 120, seconds: 60 },
  revocations: { count: 120, seconds: 60 },
  what_if: { count: 240, seconds: 60 },
} as const satisfies Record<string, { count: number; seconds: number }>;

type Limited = keyof typeof limits;

/** Where clients cannot be told apart they share one count, which then has to be a whole site's. */
const sharedFactor = 50;

/** Counts one request of a client that is not signed in. Throws `rate_limited`. */
export function limitClient(name: Limited, request: NextRequest): Promise<void> {
  const address = addressOf(request);
  const { count, seconds } = limits[name];
  return take(`${name}:${address}`, isShared(address) ? count * sharedFactor : count, seconds);
}

/** Counts one request of whoever is signed in, by the account: more sessions allow no more. Throws `rate_limited`. */
export function limitSession(name: Limited, { accountId }: Session): Promise<void> {
  const { count, seconds } = limits[name];
  return take(`${name}:${accountId}`, count, seconds);
}

/** Refuses a client that has used its count up, without counting. Throws `rate_limited`. */
export function refuseLimitedClient(name: Limited, request: NextRequest): void {
  refuseKnown(`${name}:${addressOf(request)}`);
}

async function take(key: string, limit: number, windowSeconds: number): Promise<void> {
  refuseKnown(key);
  const { allowed, retryAfterSeconds } = await deps().app.takeRateLimit(key, limit, windowSeconds);
  if (allowed) return;
  deps().refusedUntil.set(key, Date.now() + retryAfterSeconds * 1000);
  throw tooManyRequests(retryAfterSeconds);
}

function refuseKnown(key: string): void {
  const { refusedUntil } = deps();
  const until = refusedUntil.get(key);
  if (until === undefined) return;
  const seconds = Math.ceil((until - Date.now()) / 1000);
  if (seconds > 0) throw tooManyRequests(seconds);
  refusedUntil.delete(key);
}

/** Whom a request counts for. */
export function addressOf(request: NextRequest): string {
  return clientAddress(request.headers.get("x-forwarded-for"), deps().trustedProxyCount);
}
