import type pg from "pg";
import { callForObject, type Row } from "./harness.ts";

/** The line of the sample report that lost points, as a share at scope metrics shows it. */
export const sampleReason: Row = {
  code: "REVENUE",
  factor: "revenue",
  reasonCode: "MEASURED",
  pointsLost: 27.5,
  text: "Net sales of $4,750.25 in 30 days.",
  value: 4_750,
  threshold: 20_000,
  unit: "usd_month",
};

/** Reads what a lender's decision would rest on, and drafts one from it as the app does. */
export async function draftDecision(
  pool: pg.Pool | pg.PoolClient,
  lender: string,
  borrower: string,
  given: Row = {},
): Promise<Row> {
  const basis = await callForObject(pool, "read_decision_basis", { p_lender: lender, p_borrower: borrower });
  return callForObject(pool, "draft_adverse_action", {
    p_lender: lender,
    p_borrower: borrower,
    p_share_id: basis.shareId,
    p_snapshot_id: basis.snapshotId,
    p_decision: "declined",
    p_loan_reference: null,
    p_draft: { reasons: [sampleReason] },
    ...given,
  });
}
