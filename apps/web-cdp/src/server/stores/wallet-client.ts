import "server-only";
import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import { importJWK, SignJWT } from "jose";
import type { Session } from "#server/contract.ts";
import type { Env } from "#server/env.ts";
import { timedFetch } from "./timed-fetch.ts";

const lifeSeconds = 60;

/** Clients that act as one signed-in wallet each, under row level security. */
export type WalletClients = (session: Session) => SupabaseClient;

/** Makes clients whose every request carries a token minted for it, good for one minute. */
export function createWalletClients(
  { supabase, jwt, appUrl }: Pick<Env, "supabase" | "jwt" | "appUrl">,
  now: () => Date,
): WalletClients {
  const mint = createMint(jwt, appUrl, now);
  return (session) =>
    createClient(supabase.url, supabase.publishableKey, {
      accessToken: () => mint(session),
      global: { fetch: timedFetch },
    });
}

/** The claims are all that a token ever says; role and audience are constants, never input. */
function createMint(jwt: Env["jwt"], issuer: string, now: () => Date): (session: Session) => Promise<string> {
  const key = signingKey(jwt);
  const header = jwt.algorithm === "ES256" && jwt.privateKey.kid ? { kid: jwt.privateKey.kid } : {};
  return async ({ accountId, sessionId, wallet }) => {
    const issuedAt = Math.floor(now().getTime() / 1000);
    return new SignJWT({ role: "authenticated", wallet_address: wallet, sid: sessionId })
      .setProtectedHeader({ alg: jwt.algorithm, typ: "JWT", ...header })
      .setSubject(accountId)
      .setAudience("authenticated")
      .setIssuer(issuer)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + lifeSeconds)
      .sign(await key);
  };
}

async function signingKey(jwt: Env["jwt"]): Promise<CryptoKey | Uint8Array> {
  if (jwt.algorithm === "HS256") return new TextEncoder().encode(jwt.secret);
  const { kty, crv, x, y, d } = jwt.privateKey;
  return importJWK({ kty, crv, x, y, d }, "ES256");
}
