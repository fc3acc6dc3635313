import { keccak256, numberToHex, stringToHex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { signRevocations, signScore } from "../make.ts";
import type { SaltedClaim } from "../merkle.ts";

/** Known to everybody: for tests and vectors only. */
export const exampleSigner = privateKeyToAccount(keccak256(stringToHex("lendfriend example signer")));
export const otherSigner = privateKeyToAccount(keccak256(stringToHex("lendfriend other signer")));
export const issuer = "https://lendfriend.example";
export const issuedAt = 1_763_640_000;

export const exampleClaims: readonly SaltedClaim[] = [
  { kind: "exact", path: "net_usd_90d", value: "14250.75", unit: "USD" } as const,
  ...[1000, 5000, 10000, 20000].map(
    (bound) =>
      ({
        kind: "at_least",
        path: "net_usd_90d",
        bound: String(bound),
        unit: "USD",
        holds: 14_250.75 >= bound,
      }) as const,
  ),
  { kind: "exact", path: "order_count", value: "150", unit: "orders" } as const,
  { kind: "at_most", path: "refund_share", bound: "0.05", unit: "share", holds: true } as const,
].map((claim, position) => ({ claim, salt: keccak256(numberToHex(position)) }));

export const exampleFacts = {
  id: "6f1d1f0a-4c5e-4a53-9d0e-0a4f3a1f2b11",
  issuer,
  subject: "0x00000000000000000000000000000000000000aa",
  scoreMillipoints: 61_234,
  tier: "Growing",
  model: "ttshop-1",
  modelHash: `0x${"ab".repeat(32)}`,
  windowFrom: issuedAt - 91 * 86_400,
  windowTo: issuedAt - 86_400,
  asOf: issuedAt - 86_400,
  provisional: false,
  confidenceMillipoints: 71_500,
  integrity: "PASS",
  issuedAt,
  expiresAt: issuedAt + 30 * 86_400,
} as const;

export const trust = {
  issuer,
  signers: [lowerCase(exampleSigner.address)],
  nowSeconds: issuedAt + 3_600,
};

export function exampleHeld(facts: Partial<typeof exampleFacts> | Record<string, unknown> = {}) {
  return signScore({ ...exampleFacts, ...facts }, exampleClaims, exampleSigner);
}

export function exampleRevocations(
  revoked: readonly string[],
  given: { madeAt?: number; signer?: typeof exampleSigner } = {},
) {
  const { madeAt = issuedAt + 1_800, signer = exampleSigner } = given;
  return signRevocations({ issuer, madeAt, revoked: revoked.map((id) => ({ id, revokedAt: madeAt - 60 })) }, signer);
}

export function lowerCase(address: string): `0x${string}` {
  return `0x${address.slice(2).toLowerCase()}`;
}
