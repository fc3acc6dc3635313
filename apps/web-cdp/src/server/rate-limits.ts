import "server-only";
import type { NextRequest } from "next/server";
import { clientAddress } from "./client-address.ts";
import type { Session } from "./contract.ts";
import { deps } from "./deps.ts";
import { AppError } from "./errors.ts";

/** Requests per minute, shared by all instances. Signing in counts per client address, the rest per session. */
const perMinute = {
  challenge: 120,
  verify: 120,
  connect: 10,
  sync: 30,
  share: 60,
  what_if: 240,
} as const satisfies Record<string, number>;

type Limited = keyof typeof perMinute;

/** Counts one request of a client that is not signed in yet. Throws `rate_limited`. */
export function limitClient(name: Limited, request: NextRequest): Promise<void> {
  return take(name, clientAddress(request.headers.get("x-forwarded-for"), deps().trustedProxyCount));
}

/** Counts one request of a session. Throws `rate_limited`. */
export function limitSession(name: Limited, { sessionId }: Session): Promise<void> {
  return take(name, sessionId);
}

async function take(name: Limited, subject: string): Promise<void> {
  const { allowed, retryAfterSeconds } = await deps().app.takeRateLimit(`${name}:${subject}`, perMinute[name], 60);
  if (allowed) return;
  throw new AppError("rate_limited", `Too many requests. Try again in ${retryAfterSeconds} seconds.`, {
    retryAfterSeconds,
  });
}
