import type { Unmeasured } from "./income-metrics.ts";
import type { ItemReasonCode, ItemStatus, ItemUnit } from "./score-report.ts";

/** What one item earned on one side, before its maximum is known. */
export interface Assessment {
  readonly status: ItemStatus;
  readonly reasonCode: ItemReasonCode;
  /** Share of the item's maximum, 0 to 1. */
  readonly fraction: number;
  readonly value: number | null;
  readonly permissions: readonly string[];
  readonly text: string;
  /** Where the item's scale depends on what was measured. */
  readonly scale?: { readonly threshold: number; readonly unit: ItemUnit };
}

export function measured(
  fraction: number,
  value: number | null,
  text: string,
  scale: Pick<Assessment, "scale"> = {},
): Assessment {
  return { status: "scored", reasonCode: "MEASURED", fraction, value, permissions: [], text, ...scale };
}

export function tooShort(
  reasonCode: "INSUFFICIENT_HISTORY" | "NO_QUALIFYING_ORDERS",
  text: string,
  value: number | null = null,
): Assessment {
  return { status: "insufficient_history", reasonCode, fraction: 0, value, permissions: [], text };
}

export function unmeasured(why: Unmeasured, subject: string): Assessment {
  const blank = { fraction: 0, value: null };
  if (why.status === "unavailable_platform") {
    const text = `${why.explanation} The weight of ${subject} goes to the other items of this factor.`;
    return { ...blank, status: why.status, reasonCode: "NOT_OFFERED_BY_PLATFORM", permissions: [], text };
  }
  const text = `${capitalised(subject)} cannot be read without permission. Granting ${why.permissions.join(" and ")} restores it.`;
  return { ...blank, status: why.status, reasonCode: "CONSENT_WITHHELD", permissions: why.permissions, text };
}

/**
 * Joins the shop side and the creator side of one item: `w·seller + (1 − w)·creator`. A side that the platform cannot
 * measure leaves the item to the other one.
 */
export function combineSides(seller: Assessment | null, creator: Assessment | null, sellerWeight: number): Assessment {
  if (!seller || !creator)
    return seller ?? creator ?? tooShort("INSUFFICIENT_HISTORY", "Nothing has been imported yet.");
  if (creator.status === "unavailable_platform") return seller;
  if (seller.status === "unavailable_platform") return creator;
  const speaking = [seller, creator].sort((left, right) => rank(left) - rank(right))[0] ?? seller;
  return {
    status: speaking.status,
    reasonCode: speaking.reasonCode,
    fraction: sellerWeight * seller.fraction + (1 - sellerWeight) * creator.fraction,
    value: combineValues(seller.value, creator.value, sellerWeight),
    permissions: [...new Set([...seller.permissions, ...creator.permissions])],
    text: `Shops: ${seller.text} Creator accounts: ${creator.text}`,
    ...(speaking.scale ? { scale: speaking.scale } : {}),
  };
}

const order: readonly ItemStatus[] = ["scored", "insufficient_history", "withheld", "unavailable_platform"];

function rank(assessment: Assessment): number {
  return order.indexOf(assessment.status);
}

function combineValues(seller: number | null, creator: number | null, sellerWeight: number): number | null {
  if (seller === null || creator === null) return seller ?? creator;
  return sellerWeight * seller + (1 - sellerWeight) * creator;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
