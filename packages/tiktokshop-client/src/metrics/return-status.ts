/** Ends of a return that give no money back, and steps on the way (API notes §f1). */
const notRefunded: ReadonlySet<string> = new Set([
  "RETURN_OR_REFUND_REQUEST_PENDING",
  "RETURN_OR_REFUND_REQUEST_CANCEL",
  "REFUND_OR_RETURN_REQUEST_REJECT",
  "AWAITING_BUYER_SHIP",
  "AWAITING_BUYER_RESPONSE",
  "BUYER_SHIPPED_ITEM",
  "REJECT_RECEIVE_PACKAGE",
  "REPLACEMENT_REQUEST_PENDING",
  "REPLACEMENT_REQUEST_REJECT",
  "REPLACEMENT_REQUEST_CANCEL",
  "REPLACEMENT_REQUEST_COMPLETE",
]);

/** A replacement that is done brought another item, unless it says that it was refunded. */
const refunded = /^(?!REPLACEMENT_).*_(COMPLETE|SUCCESS)$|_REFUND_(COMPLETE|SUCCESS)$/;

/**
 * What a return's status says of the money, in whatever case it is written. The platform adds statuses without a word: of a new one
 * the ending decides, and one that says neither is unknown, never taken for nothing.
 */
export function returnOutcome(status: string): "refunded" | "not_refunded" | "unknown" {
  const normal = status.toUpperCase();
  if (notRefunded.has(normal)) return "not_refunded";
  return refunded.test(normal) ? "refunded" : "unknown";
}
