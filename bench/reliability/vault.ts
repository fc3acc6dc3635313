import { randomBytes, randomUUID } from "node:crypto";
import { createVault, type TokenContext, type Vault, VaultError } from "../../apps/web-cdp/src/server/crypto/vault.ts";
import { atMost, exactly, type Goal } from "./goal.ts";
import { figuresOf } from "./scenario-figures.ts";

export const vaultGoal: Goal = {
  id: "R10",
  promise:
    "2^20 encryptions without a repeated (key, nonce); every changed bit of 1,000 envelopes refused; 100,000 tokens moved to a new key in ≤ 60 s under load, no failed read, over 5 kills",
  how: "The product's vault in this process; `crypto/key-rotation.int.test.ts` for the rotation: the operator's command killed at drawn moments under 50 readers and refreshes, each token on record in the audit log.",
  async measure(isFull) {
    const [encryptions, envelopes, tokens] = isFull ? [2 ** 20, 1_000, 100_000] : [2 ** 17, 100, 8_000];
    const vault = createVault([{ kid: "k1", key: new Uint8Array(randomBytes(32)) }]);
    const repeats = repeatedNonces(vault, encryptions);
    const accepted = acceptedChanges(vault, envelopes);
    const env = { ROTATED_CONNECTIONS: String(tokens / 2) };
    const { held, struck, found } = await figuresOf("crypto/key-rotation.int.test.ts", env);
    return {
      scale: `${encryptions.toLocaleString("en")} encryptions, ${envelopes} envelopes, ${tokens.toLocaleString("en")} tokens, ${struck("kills")} kills`,
      isFullSize: isFull,
      checks: [
        held,
        exactly("repeated (key, nonce)", repeats, 0),
        exactly("changed envelopes opened", accepted, 0),
        exactly("reads that failed", found("failures"), 0),
        atMost("rotation, restarts included", found("seconds"), 60, " s"),
      ],
      notes: [
        `${found("reads").toLocaleString("en")} reads and refreshes came meanwhile; the database's commits do not wait for the disk in this one.`,
      ],
    };
  },
};

function contextOf(): TokenContext {
  return { connectionId: randomUUID(), field: "access", epoch: 1 };
}

/** A record's key is made from its salt: a pair repeats when both salt and nonce do. */
function repeatedNonces(vault: Vault, count: number): number {
  const context = contextOf();
  const seen = new Set<string>();
  for (let at = 0; at < count; at += 1) {
    const [, , salt = "", nonce = ""] = vault.seal("token", context).split(".");
    seen.add(`${salt}${nonce}`);
  }
  return count - seen.size;
}

/** Flips every bit of every part of every envelope, one at a time. Answers how many still opened. */
function acceptedChanges(vault: Vault, envelopes: number): number {
  let accepted = 0;
  for (let at = 0; at < envelopes; at += 1) {
    const context = contextOf();
    const [version = "", kid = "", ...parts] = vault
      .seal("a token of usual length, forty-some bytes", context)
      .split(".");
    for (const [place, part] of parts.entries()) {
      const bytes = Buffer.from(part, "base64url");
      for (let bit = 0; bit < bytes.length * 8; bit += 1) {
        const changed = Buffer.from(bytes);
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const envelope = [version, kid, ...parts.with(place, changed.toString("base64url"))].join(".");
        if (opens(vault, envelope, context)) accepted += 1;
      }
    }
  }
  return accepted;
}

function opens(vault: Vault, envelope: string, context: TokenContext): boolean {
  try {
    vault.open(envelope, context);
    return true;
  } catch (error) {
    if (error instanceof VaultError) return false;
    throw error;
  }
}
