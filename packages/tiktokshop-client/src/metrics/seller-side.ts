import { decimalFromUnits } from "@lendfriend/connector";
import type { Concentration, Reconciliation, SideMetrics } from "@lendfriend/credit-score";
import { addOrders } from "./add-orders.ts";
import { countLaunches } from "./count-launches.ts";
import { explanations } from "./explanations.ts";
import type { Ledger } from "./ledger.ts";
import { marketsOf } from "./market-expansion.ts";
import { OrderRefunds } from "./order-refunds.ts";
import { quartilesOf } from "./quartiles.ts";
import { refundsByOrder } from "./refunds-by-order.ts";
import { tellCashRows } from "./rows/cash-rows.ts";
import { satisfactionOf } from "./satisfaction.ts";
import type { SellerContext } from "./seller-context.ts";
import { readNetwork } from "./seller-network.ts";
import { emptyTally } from "./seller-tally.ts";
import { readSettledOrders, type SettledOrders } from "./settled-orders.ts";
import { byShopId, shopSums } from "./shop-book.ts";
import type { ConnectionIncome } from "./source.ts";
import { measureOf, unmeasuredStage } from "./stage-measure.ts";
import { standingMeasure, standingOf } from "./standing.ts";

/** What the shops of one borrower come down to. */
export interface SellerSide {
  readonly metrics: SideMetrics;
  /** Sums over the side's own periods. */
  readonly ledger: Ledger;
  readonly itemsSold: number;
  readonly byShop: readonly ReturnType<typeof shopSums>[];
  readonly byProduct: Concentration;
  readonly byCreator: Concentration;
  readonly reconciliation: Reconciliation;
  readonly medianDaysToCash: number | null;
  readonly shopRating: string | null;
}

/** Reads the shops' rows once and sums them (score model §2, §3, §5). */
export async function sellerSide(context: SellerContext): Promise<SellerSide> {
  const { source, connections, periods } = context;
  const tally = emptyTally(periods);
  const settled = new Map<string, SettledOrders>();
  for (const connection of connections) {
    const returns = source.read(connection.id, "return");
    const refunds = new OrderRefunds(await refundsByOrder(returns, context), context);
    const settlement = await readSettledOrders(source, connection);
    settled.set(connection.id, settlement);
    if (context.rows !== null) await tellCashRows(source, connection, settlement, context.rows);
    await addOrders({ context, tally, connection, refunds, settlement });
  }
  const network = await readNetwork(context);
  const { satisfaction, rating } = await satisfactionOf(source, connections, context.rows);
  const total = tally.ledger.total();
  const daysToCash = quartilesOf([...settled.values()].map((orders) => orders.secondsToCash()));
  context.insights.setDaysToCash(daysToCash);
  const isReconcilable = [...settled.values()].some(({ isAvailable }) => isAvailable);
  return {
    metrics: {
      account: "seller",
      firstActivityAt: context.firstActivity,
      observedDays: periods.observedDays,
      orderCount: total.orders,
      netUsd: decimalFromUnits(total.netUsd),
      weeklyOrders: tally.ledger.weeklyOrders(),
      currencies: tally.ledger.sideCurrencies(),
      sellerType: connections.some(isIndividual) ? "individual" : "business",
      refunds: measureOf(unmeasuredStage(connections, "returns", explanations.no_returns, "every"), {
        refundedUsd: decimalFromUnits(total.refundsUsd),
        baseUsd: decimalFromUnits(total.grossUsd),
      }),
      dispatch: { status: "available", late: tally.lateDispatch, measured: tally.measuredDispatch },
      cancellations: { status: "available", sellerFault: tally.sellerFault },
      satisfaction,
      standing: standingMeasure(
        await standingOf(source, connections, periods),
        unmeasuredStage(connections, "statements", explanations.no_payments),
      ),
      launches: measureOf(unmeasuredStage(connections, "products", explanations.no_products), {
        products: await countLaunches(context, tally),
      }),
      markets: { status: "available", ...marketsOf(tally.shops) },
      affiliates: measureOf(
        unmeasuredStage(connections, "commissions", explanations.no_affiliate_programme),
        network.counts,
      ),
    },
    ledger: tally.ledger,
    itemsSold: tally.itemsSold,
    byShop: [...tally.shops.values()].sort(byShopId).map(shopSums),
    byProduct: tally.products.result(),
    byCreator: network.creators,
    reconciliation: isReconcilable
      ? {
          status: "available",
          oldDeliveredUsd: decimalFromUnits(tally.oldDeliveredUsd),
          unreconciledUsd: decimalFromUnits(tally.unreconciledUsd),
        }
      : { status: "unavailable" },
    medianDaysToCash: daysToCash?.median ?? null,
    shopRating: rating,
  };
}

function isIndividual(connection: ConnectionIncome): boolean {
  return connection.shops.some(({ sellerType }) => /individual/i.test(sellerType));
}
