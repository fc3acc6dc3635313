import { daySeconds, midnightAfter } from "../clock.ts";
import { makeId } from "../ids.ts";
import { share } from "../money.ts";
import { createRandom } from "../random.ts";
import { emptyRow, type LedgerRow } from "./ledger-rows.ts";
import { merchandiseOf, type OrderPlan } from "./order-plan.ts";
import type { Shop } from "./shop.ts";

/** Statement rows that no order's sale causes: ads, rebates, sample postage, reserves, and penalties where the persona has them. */
export function adjustmentRows(shop: Shop, plans: readonly OrderPlan[], anchor: number): readonly LedgerRow[] {
  const { adjustments } = shop.trade.profile;
  const first = plans[0];
  const last = plans.at(-1);
  if (adjustments === "none" || first === undefined || last === undefined) return [];
  const random = createRandom(`adjustments/${shop.id}`);
  const scale = share(
    plans.reduce((total, plan) => total + merchandiseOf(plan.units), 0) / plans.length,
    1,
    shop.market.currency,
  );
  const rows: LedgerRow[] = [];
  const firstDay = Math.ceil((first.createTime - anchor) / daySeconds) + 10;
  const lastDay = Math.floor((last.createTime - anchor) / daySeconds);
  for (let day = firstDay; day <= lastDay; day += 1) {
    const statementTime = midnightAfter(anchor + day * daySeconds);
    const drawn = random();
    const kind = kindOn(day, drawn, adjustments);
    if (kind === null) continue;
    const id = makeId({ prefix: "7353", length: 19, owner: shop.number, index: day + 5000 });
    const amount = share(scale, kind.fraction, shop.market.currency);
    const row = emptyRow({ id, type: kind.type, statementTime, orderCreateTime: statementTime - daySeconds });
    if (kind.type === "RESERVE")
      rows.push({
        ...row,
        reserve: { id: `${id.slice(0, -2)}77`, status: amount < 0 ? "COLLECTED" : "RELEASED", amount },
      });
    else rows.push({ ...row, adjustmentId: id, adjustment: amount });
  }
  return [...rows, ...sampleRows(shop, plans)];
}

interface Kind {
  readonly type: string;
  /** Share of an average order; negative leaves the seller. */
  readonly fraction: number;
}

function kindOn(day: number, drawn: number, adjustments: "usual" | "penalties"): Kind | null {
  if (day % 30 === 0) return { type: "GMV_PAYMENT_FOR_ADS", fraction: -1.8 };
  if (day % 30 === 11) return { type: "REBATE", fraction: 0.4 };
  if (day % 30 === 17) return { type: "RESERVE", fraction: -0.9 };
  if (day % 30 === 27) return { type: "RESERVE", fraction: 0.9 };
  if (adjustments === "penalties" && day % 13 === 5) return { type: "PLATFORM_PENALTY", fraction: -0.5 };
  if (adjustments === "penalties" && day % 29 === 7) return { type: "CHARGE_BACK", fraction: -1.1 };
  if (adjustments === "penalties" && day % 41 === 9) return { type: "Violation fee for late dispatch", fraction: -0.2 };
  return drawn < 0.02 ? { type: "LOGISTICS_REIMBURSEMENT", fraction: 0.25 } : null;
}

function sampleRows(shop: Shop, plans: readonly OrderPlan[]): readonly LedgerRow[] {
  return plans.flatMap((plan) => {
    if (plan.kind !== "sample" || plan.deliveryTime === null) return [];
    const id = makeId({ prefix: "7354", length: 19, owner: shop.number, index: plan.index });
    const row = emptyRow({
      id,
      type: "SAMPLE_SHIPPING_FEE",
      statementTime: midnightAfter(plan.deliveryTime + daySeconds),
      orderCreateTime: plan.createTime,
    });
    return [{ ...row, adjustmentId: id, adjustmentOrderId: plan.id, adjustment: -shop.market.shippingFee }];
  });
}
