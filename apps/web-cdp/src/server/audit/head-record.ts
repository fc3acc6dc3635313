import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import type { AuditSigner } from "./audit-signer.ts";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const recordSchema = z.strictObject({
  v: z.literal(1),
  /** By the database's clock. */
  at: z.iso.datetime(),
  /** Hash of the line before this one; empty for the first. */
  prev: sha256.or(z.literal("")),
  /** Chains that have grown: hash of the tenant, position, hash of that entry. */
  heads: z.array(z.tuple([sha256, z.int().positive(), sha256])),
  /** What was deleted, so that a restored backup can be made to forget it again. */
  deletions: z.array(
    z.strictObject({
      walletHash: sha256,
      /** Null for the whole account. */
      connectionId: z.uuid().nullable(),
      at: z.iso.datetime(),
    }),
  ),
  /** What was taken back, so that a restored backup does not give it again. */
  revocations: z.array(z.strictObject({ kind: z.enum(["share", "signed_score"]), id: z.uuid() })).default([]),
});

/** What is written outside of the database at one moment. It names nobody: hashes, positions, times and random ids. */
export type HeadRecord = z.infer<typeof recordSchema>;

/** One line: the signature, a blank, and the JSON that was signed, byte by byte. */
export function recordLine(record: HeadRecord, signer: Pick<AuditSigner, "sign">): string {
  const text = JSON.stringify(record);
  return `${signer.sign(text)} ${text}`;
}

/** The record of a line, or null for a line that is torn, foreign or not signed by a key of ours. */
export function readRecordLine(line: string, signer: Pick<AuditSigner, "isSignedBy">): HeadRecord | null {
  const at = line.indexOf(" ");
  if (at < 0 || !signer.isSignedBy(line.slice(at + 1), line.slice(0, at))) return null;
  return recordSchema.parse(JSON.parse(line.slice(at + 1)));
}

export function lineHash(line: string): string {
  return createHash("sha256").update(line).digest("hex");
}
