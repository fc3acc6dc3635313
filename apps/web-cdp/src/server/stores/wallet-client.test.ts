import { createServer } from "node:http";
import { exportJWK, generateKeyPair, type JWTPayload, jwtVerify } from "jose";
import { afterEach, describe, expect, it } from "vitest";
import { createWalletClients } from "./wallet-client.ts";

const session = {
  sessionId: "1f0c3f5e-6f0f-4a86-8a36-0d8f0f0f0f01",
  accountId: "1f0c3f5e-6f0f-4a86-8a36-0d8f0f0f0f02",
  wallet: "0x00000000000000000000000000000000000c0de1",
};
const appUrl = "https://lendfriend.example";
const now = () => new Date("2026-11-20T12:00:00.900Z");
const issuedAt = Date.parse("2026-11-20T12:00:00Z") / 1000;
const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A Data API that answers nothing, and the tokens that it was sent. */
async function dataApi() {
  const tokens: string[] = [];
  const server = createServer((request, response) => {
    tokens.push(request.headers.authorization?.replace(/^Bearer /, "") ?? "");
    response.writeHead(200, { "content-type": "application/json" }).end("[]");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => new Promise((resolve) => server.close(() => resolve())));
  const at = server.address();
  const url = `http://127.0.0.1:${typeof at === "object" ? at?.port : 0}`;
  return { tokens, supabase: { url, publishableKey: "publishable", secretKey: "service-key" } };
}

describe("a token of a person's reads", () => {
  it("says whose wallet and session it is, that it is a person's, and nothing else, for one minute", async () => {
    const { publicKey, privateKey } = await generateKeyPair("ES256", { extractable: true });
    const { kty, crv, x, y, d } = await exportJWK(privateKey);
    const signingKey = { kty, crv, x, y, d, kid: "2026" } as {
      kty: "EC";
      crv: "P-256";
      x: string;
      y: string;
      d: string;
    };
    const { tokens, supabase } = await dataApi();
    const clients = createWalletClients({ supabase, appUrl, jwt: { algorithm: "ES256", privateKey: signingKey } }, now);

    await clients(session).from("orders").select();

    const { payload, protectedHeader } = await jwtVerify(tokens[0] ?? "", publicKey, { currentDate: now() });
    expect(payload).toEqual({
      aud: "authenticated",
      exp: issuedAt + 60,
      iat: issuedAt,
      iss: appUrl,
      role: "authenticated",
      sid: session.sessionId,
      sub: session.accountId,
      wallet_address: session.wallet,
    } satisfies JWTPayload);
    expect(protectedHeader).toEqual({ alg: "ES256", kid: "2026", typ: "JWT" });
  });

  it("is made anew for each request, and is of the person whose client asks", async () => {
    const secret = "n3Qe81rVbX0aTz5yKd2mWc7uPh4sLf9g";
    const { tokens, supabase } = await dataApi();
    let seconds = 0;
    const later = () => new Date(now().getTime() + 1000 * seconds++);
    const clients = createWalletClients({ supabase, appUrl, jwt: { algorithm: "HS256", secret } }, later);
    const other = { ...session, wallet: `0x${"b".repeat(40)}` };

    for (const each of [session, session, other]) await clients(each).from("orders").select();

    const key = new TextEncoder().encode(secret);
    const read = await Promise.all(tokens.map((token) => jwtVerify(token, key, { currentDate: now() })));
    expect(read.map(({ payload }) => payload.wallet_address)).toEqual([session.wallet, session.wallet, other.wallet]);
    expect(new Set(read.map(({ payload }) => payload.iat)).size).toBe(3);
  });
});
