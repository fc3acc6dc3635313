/** The platform's status words vary in case, spaces and hyphens ("To-SETTLE", "AWAITING PAYMENT"): one form for all. */
export function commissionStatus(status: string): string {
  return status.toUpperCase().replaceAll(/[\s-]/g, "_");
}

const known: ReadonlySet<string> = new Set([
  "SETTLED",
  "TO_SETTLE",
  "ORDERED",
  "AWAITING_PAYMENT",
  "REFUNDED",
  "FROZEN",
  "DEDUCTED",
  "UNSPECIFIED",
]);

/** How a creator's commission line counts (score model §7), or the reason why it does not. */
export function commissionBasis(status: string): "actual" | "estimated" | { readonly excluded: string } {
  const normal = commissionStatus(status);
  if (normal === "SETTLED") return "actual";
  if (normal === "TO_SETTLE" || normal === "ORDERED") return "estimated";
  return { excluded: known.has(normal) ? normal : "UNKNOWN_STATUS" };
}
