import { saying } from "./english.ts";
import type { Unmeasured } from "./income-metrics.ts";
import { type Message, say } from "./messages.ts";
import type { ItemCode, ItemReasonCode, ItemStatus, ItemUnit } from "./score-report.ts";

/** What one item earned on one side, before its maximum is known. */
export interface Assessment {
  readonly status: ItemStatus;
  readonly reasonCode: ItemReasonCode;
  /** Share of the item's maximum, 0 to 1. */
  readonly fraction: number;
  readonly value: number | null;
  readonly permissions: readonly string[];
  /** The same as `text`, as codes and values. */
  readonly said: readonly Message[];
  readonly text: string;
  /** Where the item's scale depends on what was measured. */
  readonly scale?: { readonly threshold: number; readonly unit: ItemUnit };
}

export function measured(
  fraction: number,
  value: number | null,
  said: readonly Message[],
  scale: Pick<Assessment, "scale"> = {},
): Assessment {
  return { status: "scored", reasonCode: "MEASURED", fraction, value, permissions: [], ...saying(...said), ...scale };
}

export function tooShort(reasonCode: "INSUFFICIENT_HISTORY" | "NO_QUALIFYING_ORDERS", message: Message): Assessment {
  const blank = { fraction: 0, value: null, permissions: [] };
  return { status: "insufficient_history", reasonCode, ...blank, ...saying(message) };
}

export function unmeasured(why: Unmeasured, item: ItemCode): Assessment {
  if (why.status === "unavailable_platform")
    return notOffered(say("not_offered", { explanation: why.explanation }), item);
  const { status, permissions } = why;
  const said = saying(say("permission_missing", { item, permissions }));
  return { status, reasonCode: "CONSENT_WITHHELD", fraction: 0, value: null, permissions, ...said };
}

/** Nothing to measure: the item's weight goes to the others of its factor. */
export function notOffered(explanation: Message, item: ItemCode): Assessment {
  return {
    status: "unavailable_platform",
    reasonCode: "NOT_OFFERED_BY_PLATFORM",
    fraction: 0,
    value: null,
    permissions: [],
    ...saying(explanation, say("weight_spread", { item })),
  };
}

/**
 * Joins the shop side and the creator side of one item: `w·seller + (1 − w)·creator`. A side that the platform cannot
 * measure leaves the item to the other one.
 */
export function combineSides(seller: Assessment | null, creator: Assessment | null, sellerWeight: number): Assessment {
  if (!seller || !creator) return seller ?? creator ?? tooShort("INSUFFICIENT_HISTORY", say("nothing_imported", {}));
  if (creator.status === "unavailable_platform") return seller;
  if (seller.status === "unavailable_platform") return creator;
  const speaking = [seller, creator].sort((left, right) => rank(left) - rank(right))[0] ?? seller;
  return {
    status: speaking.status,
    reasonCode: speaking.reasonCode,
    fraction: sellerWeight * seller.fraction + (1 - sellerWeight) * creator.fraction,
    value: combineValues(seller.value, creator.value, sellerWeight),
    permissions: [...new Set([...seller.permissions, ...creator.permissions])],
    ...saying(say("shops_say", {}), ...seller.said, say("creators_say", {}), ...creator.said),
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
