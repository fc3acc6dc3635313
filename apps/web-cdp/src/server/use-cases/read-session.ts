import "server-only";
import type { Session } from "#server/contract.ts";
import type { Ports } from "#server/ports.ts";
import { isRandomToken } from "#server/random-token.ts";

/** Who a session cookie stands for; null when it is absent, malformed, idle for too long, expired or ended. */
export async function readSession(
  { auth, digest }: Pick<Ports, "auth" | "digest">,
  sessionToken: string | null,
): Promise<Session | null> {
  return isRandomToken(sessionToken) ? auth.findSession(digest("session", sessionToken)) : null;
}
