import { randomBytes, randomUUID } from "node:crypto";
import { disclose, type HeldScore, signScore, verifySignedScore } from "@lendfriend/score-proof";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, expect, test } from "vitest";
import type { Session } from "#server/contract.ts";
import { databaseClients } from "#server/testing/real-database.ts";
import { newWallet, openPool, openSession } from "../../../../../supabase/tests/harness.ts";
import { storeSnapshot } from "../../../../../supabase/tests/scores.ts";
import { createSignedScoreStore } from "./signed-score-store.ts";

const pool = openPool(4);
afterAll(() => pool.end());

const { call, clientOf } = databaseClients();
const store = createSignedScoreStore(call, clientOf);
const issuer = "https://lendfriend.example";
const now = Math.floor(Date.now() / 1_000);

async function sessionOf(wallet: string): Promise<Session> {
  return { sessionId: await openSession(pool, wallet), accountId: randomUUID(), wallet };
}

function signFor(wallet: string): Promise<HeldScore> {
  const claims = ["9007199254740993.000001", "0.1", "-14250.75"].map((value) => ({
    claim: { kind: "exact", path: "net_90d", value, unit: "IDR" } as const,
    salt: `0x${randomBytes(32).toString("hex")}` as const,
  }));
  const facts = {
    ...{ id: randomUUID(), issuer, subject: `0x${wallet.slice(2)}` as const, tier: "Growing", model: "ttshop-1" },
    ...{ scoreMillipoints: 61_234, confidenceMillipoints: 71_500, integrity: "PASS", provisional: false },
    ...{ modelHash: `0x${"ab".repeat(32)}` as const, windowFrom: now - 91 * 86_400, windowTo: now, asOf: now },
    ...{ issuedAt: now, expiresAt: now + 86_400 },
  };
  return signScore(facts, claims, privateKeyToAccount(generatePrivateKey()));
}

async function saved() {
  const wallet = newWallet();
  const snapshot = await storeSnapshot(pool, wallet);
  const held = await signFor(wallet);
  expect(await store.save(wallet, snapshot, held)).toMatchObject({ id: held.statement.id });
  return { wallet, session: await sessionOf(wallet), held };
}

test("what was signed comes back from the database byte for byte: it still verifies, long digits too", async () => {
  const { session, held } = await saved();

  const read = await store.findHeld(session, held.statement.id);

  expect(read).toEqual(held);
  const document = disclose(read ?? held, [0, 1, 2]);
  const trust = { issuer, signers: [held.signer], nowSeconds: now };
  expect(verifySignedScore(document, trust)).toMatchObject({ code: "valid", hiddenCount: 0 });
});

test("it is listed for its owner, found by nobody else, and on the public list once revoked", async () => {
  const { wallet, session, held } = await saved();
  const { id } = held.statement;
  const stranger = await sessionOf(newWallet());

  expect(await store.list(session)).toMatchObject([
    { id, status: "live", claims: held.claims.map(({ claim }) => claim) },
  ]);
  expect([await store.list(stranger), await store.findHeld(stranger, id)]).toEqual([[], null]);
  expect(await store.revoke(stranger.wallet, id)).toBe(false);
  expect(await store.revoke(wallet, id.toUpperCase())).toBe(true);

  expect(await store.listRevoked()).toContainEqual({ id, revokedAt: expect.any(Number) });
  expect(await store.list(session)).toMatchObject([{ id, status: "revoked" }]);
});

test("a snapshot that is gone, and a wallet without one, sign nothing", async () => {
  const wallet = newWallet();

  expect(await store.findSignable(await sessionOf(wallet))).toBeNull();
  expect(await store.save(wallet, randomUUID(), await signFor(wallet))).toBe("no_snapshot");
  expect(await store.listShared(newWallet(), wallet)).toEqual([]);
});
