import { makeId } from "../ids.ts";
import type { JsonObject } from "../json.ts";
import { decimal, type Hundredths, printed, share } from "../money.ts";
import type { CreatorPersona } from "../personas/persona.ts";
import type { CommissionLine, CommissionView } from "../trade/commission-book.ts";

/** One commission order as the creator sees it: odd-cased statuses, integer rates, actual amounts only once settled. */
export function commissionOrderWire(creator: CreatorPersona, { plan, stage }: CommissionView, now: number): JsonObject {
  const isDelivered = plan.deliveryTime !== null && plan.deliveryTime <= now;
  return {
    create_time: plan.createTime,
    delivery_time: isDelivered ? (plan.deliveryTime ?? undefined) : undefined,
    id: plan.id,
    skus: plan.lines.map((line, at) => lineWire({ creator, line, at, status: stage.status })),
    status: stage.status,
  };
}

interface LineAt {
  readonly creator: CreatorPersona;
  readonly line: CommissionLine;
  readonly at: number;
  readonly status: string;
}

function lineWire({ creator, line, at, status }: LineAt): JsonObject {
  const { currency, isPrinted } = creator.trade;
  const standardBps = line.product.rateBps;
  const totalBps = standardBps + line.bonusBps + line.adsBps;
  const isSettled = status === "SETTLED";
  const collaborationId = makeId({ prefix: "7388", length: 19, owner: creator.number, index: line.productIndex });
  // Every third product is sold under a plan that its shop offered to this creator.
  const isTargeted = line.productIndex % 3 === 2;
  const isReturned = isSettled || status === "REFUNDED";
  const money = (amount: Hundredths) => ({ amount: isPrinted ? printed(amount, currency) : decimal(amount), currency });
  const part = (base: Hundredths, bps: number) => money(share(base, bps / 10_000, currency));
  const estimated = (bps: number) => part(line.base, bps);
  const actual = (bps: number) => (isSettled ? part(line.actualBase, bps) : undefined);
  const bonus = line.bonusBps === 0 ? undefined : line.bonusBps;
  const ads = line.adsBps === 0 ? undefined : line.adsBps;
  return {
    actual_bonus_commission: bonus === undefined ? undefined : actual(bonus),
    // The total over all rates: the parts beside it are inside it.
    actual_commission: actual(totalBps),
    actual_commission_base: isSettled ? money(line.actualBase) : undefined,
    actual_shop_ads_commission: ads === undefined ? undefined : actual(ads),
    actual_standard_commission: actual(standardBps),
    campaign_id: "",
    commission_bonus_rate: line.bonusBps,
    commission_rate: totalBps,
    content_id: line.contentId,
    content_type: line.contentType,
    estimated_bonus_commission: bonus === undefined ? undefined : estimated(bonus),
    estimated_commission: estimated(totalBps),
    estimated_commission_base: money(line.base),
    estimated_shop_ads_commission: ads === undefined ? undefined : estimated(ads),
    estimated_standard_commission: estimated(standardBps),
    id: makeId({ prefix: "1730", length: 19, owner: creator.number, index: line.productIndex, sub: at + 1 }),
    open_collaboration_id: isTargeted ? "" : collaborationId,
    price: money(line.product.price),
    product_id: makeId({ prefix: "1730", length: 19, owner: creator.number, index: line.productIndex }),
    product_name: line.product.productName,
    quantity: line.quantity,
    refunded_quantity: isReturned ? line.refundedQuantity : 0,
    returned_quantity: isReturned ? line.refundedQuantity : 0,
    shop_ads_commission_rate: line.adsBps,
    shop_name: line.product.shopName,
    standard_commission_rate: standardBps,
    tag: "",
    target_collaboration_id: isTargeted ? collaborationId : "",
  };
}
