import "server-only";
import { withStatements } from "#server/adverse-action/statements.ts";
import type { AdverseAction, LenderDecision, Once, Session } from "#server/contract.ts";
import { AppError } from "#server/errors.ts";
import type { Ports } from "#server/ports.ts";
import { isPlainLine } from "#server/storable-text.ts";
import { walletFrom } from "#server/wallet.ts";
import { reasonsOf } from "./read-decision-basis.ts";

const maxReferenceLength = 64;

/**
 * Records a lender's decision with the reasons that the shared score gives for it. The same decision on the same score is
 * recorded once: stating it again answers the first record, whose 30 days run on. Throws `bad_request`, `not_found` when
 * nothing is shared or scored, `conflict` when the share shows no reasons or the score is another one, and
 * `daily_limit_reached`.
 */
export async function draftAdverseAction(
  { adverseActions, log, origin }: Pick<Ports, "adverseActions" | "log" | "origin">,
  session: Session,
  input: {
    readonly borrower: string;
    readonly decision: LenderDecision;
    readonly loanReference: string | null;
    readonly snapshotId: string | null;
  },
  once: Once | null = null,
): Promise<{ readonly draft: AdverseAction; readonly created: boolean }> {
  const loanReference = checkReference(input.loanReference);
  const borrower = walletFrom(input.borrower);
  const basis = borrower === null ? null : await adverseActions.readBasis(session.wallet, borrower);
  if (borrower === null || basis === null) throw notShared();
  if (input.snapshotId !== null && input.snapshotId.toLowerCase() !== basis.snapshotId) throw scoreChanged();
  // The record is of the sentences that the notice names, which are English.
  const reasons = reasonsOf(basis)?.map(({ said: _, ...line }) => line);
  if (!reasons) {
    throw new AppError(
      "conflict",
      "This share shows the tier only, and a draft names reasons. Ask the borrower to share the factors.",
    );
  }
  const { decision } = input;
  const lender = session.wallet;
  const saved = await adverseActions.saveDraft({ lender, borrower, basis, decision, loanReference, reasons }, once);
  if ("error" in saved) throw refusalOf(saved.error);
  const [draft] = await adverseActions.list(session, "lender", { id: saved.id });
  if (!draft) throw new Error(`draft ${saved.id} was saved and cannot be read by its lender`);
  if (saved.created) log.info("adverse_action.drafted", { id: saved.id, lender, decision, reasons: reasons.length });
  return { draft: withStatements(draft, origin), created: saved.created };
}

function checkReference(given: string | null): string | null {
  const reference = given?.trim() ?? "";
  if (reference === "") return null;
  if (reference.length > maxReferenceLength || !isPlainLine(reference)) {
    throw new AppError("bad_request", `loanReference must be at most ${maxReferenceLength} characters on one line`);
  }
  return reference;
}

function refusalOf(error: "not_shared" | "score_changed" | "too_many"): AppError {
  if (error === "not_shared") return notShared();
  if (error === "score_changed") return scoreChanged();
  return new AppError(
    "daily_limit_reached",
    "50 drafts about this borrower were made within a day. Try again tomorrow.",
  );
}

function notShared(): AppError {
  return new AppError("not_found", "Nothing is shared with you under this address.");
}

function scoreChanged(): AppError {
  return new AppError(
    "conflict",
    "The score has changed since you looked. Read it again before you record a decision.",
  );
}
