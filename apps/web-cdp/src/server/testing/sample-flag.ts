import type { StoredFlag } from "#server/tie-out-page.ts";

/** An order that was delivered long ago and in no settlement. */
export const sampleFlag: StoredFlag = {
  kind: "MISSING",
  subject: "order",
  problem: "not_settled",
  shopId: "S1",
  id: "576500000000000001",
  orderId: "576500000000000001",
  statementId: null,
  paymentId: null,
  currency: "USD",
  expected: "71.25",
  found: "0",
  foundCurrency: null,
  at: "2026-10-01T00:00:00Z",
};
