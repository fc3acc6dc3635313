import "server-only";
import type { Env } from "#server/env.ts";
import { createAuditSigner } from "./audit-signer.ts";
import { recordFiles } from "./record-files.ts";
import type { RecordDeps } from "./record-heads.ts";

/** Keys and files of the record outside of the database; null when it is off. */
export function auditRecording({ auditHeads }: Pick<Env, "auditHeads">): Pick<RecordDeps, "signer" | "files"> | null {
  if (auditHeads === null) return null;
  return { signer: createAuditSigner(auditHeads), files: recordFiles(auditHeads.folder) };
}
