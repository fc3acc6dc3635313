import "server-only";
import type { Ports } from "#server/ports.ts";
import { isRandomToken } from "#server/random-token.ts";

/** Ends a session for good. Ending none, or one that ended before, is no failure. */
export async function endSession(
  { auth, digest }: Pick<Ports, "auth" | "digest">,
  sessionToken: string | null,
): Promise<void> {
  if (isRandomToken(sessionToken)) await auth.closeSession(digest("session", sessionToken));
}
