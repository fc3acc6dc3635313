import { dropOf, fewDays, fewOrders, shortHistory } from "./assess-consistency.ts";
import { type Assessment, measured, notOffered, unmeasured } from "./assessment.ts";
import { clamp01, lastEdge, readCurve } from "./curve.ts";
import { change, decimal, percent, whole } from "./digits.ts";
import { amountOf, countOf, currencyWeights, historyCredibility, orderCredibility } from "./figures.ts";
import type { SideCurrency, SideMetrics } from "./income-metrics.ts";
import { say } from "./messages.ts";
import type { ScoreModel } from "./ttshop1.ts";

/**
 * Sales of the newest block against both older ones. It reads sales before refunds, in the damping too: a refund is
 * booked to its order's date, so that the older blocks' net would fall, and growth rise, with every late refund.
 */
export function assessRevenueGrowth(side: SideMetrics, model: ScoreModel): Assessment {
  const { leastUsd, share } = model.growth.damping;
  return assessTrajectory(side, model, {
    code: "sales_growth",
    series: (currency) => currency.blocks.map((block) => Math.max(0, amountOf(block.gross))),
    damping: (currency, sales) => Math.max(leastUsd * amountOf(currency.openingUnitsPerUsd), share * sales),
  });
}

/** Orders of the newest block against both older ones. */
export function assessOrderGrowth(side: SideMetrics, model: ScoreModel): Assessment {
  const { leastOrders, share } = model.growth.damping;
  return assessTrajectory(side, model, {
    code: "order_growth",
    series: (currency) => currency.blocks.map((block) => countOf(block.orderCount)),
    damping: (_, orders) => Math.max(leastOrders, share * orders),
  });
}

/** Products made in the window whose first sale is in the newest block. */
export function assessProductLaunches(side: SideMetrics, model: ScoreModel): Assessment {
  const { launches } = side;
  if (launches.status !== "available") return unmeasured(launches, "product_launches");
  const full = lastEdge(model.growth.launches);
  const products = countOf(launches.products);
  return measured(readCurve(model.growth.launches, products), products, [
    say("product_launches", { products: whole(products), full: decimal(full, 2) }),
  ]);
}

/** Whether the newest block opened a region that carries a real part of it. */
export function assessMarketExpansion(side: SideMetrics, model: ScoreModel): Assessment {
  const { markets } = side;
  if (markets.status !== "available") return unmeasured(markets, "market_expansion");
  const { newMarketShare, severalMarkets } = model.growth;
  const regions = countOf(markets.regions);
  const newShare = clamp01(markets.newRegionShare);
  const fraction = newShare >= newMarketShare ? 1 : regions >= 2 ? severalMarkets : 0;
  return measured(fraction, newShare, [
    say("market_expansion", { markets: whole(regions), share: percent(newShare), full: percent(newMarketShare) }),
  ]);
}

/** Distinct partners with a commissioned order, newest block against the oldest. */
export function assessAffiliateNetwork(side: SideMetrics, model: ScoreModel): Assessment {
  const { affiliates } = side;
  if (affiliates.status !== "available") return unmeasured(affiliates, "affiliate_network");
  const first = countOf(affiliates.firstBlock);
  const last = countOf(affiliates.lastBlock);
  const isCreator = side.account === "creator";
  if (first === 0 && last === 0) {
    // Nobody to compare is nothing to measure, not a network that did not grow.
    return notOffered(say(isCreator ? "no_shop_partners" : "no_creator_partners", {}), "affiliate_network");
  }
  const growth = (last - first) / Math.max(1, first);
  const values = { latest: whole(last), first: whole(first), full: change(fullGrowth(model)) };
  return measured(readCurve(model.growth.curve, growth), growth, [
    say(isCreator ? "shop_network" : "creator_network", values),
  ]);
}

/**
 * How far the newest block's sales are below an older block, as a share, joined by US dollar weight; null where there
 * is too little history to say.
 */
export function salesDecline(side: SideMetrics, model: ScoreModel): number | null {
  if (shortHistory(side, model)) return null;
  const weights = currencyWeights(side);
  return side.currencies.reduce((sum, currency, index) => {
    const [oldest = 0, middle = 0, newest = 0] = currency.blocks.map((block) => amountOf(block.gross));
    return sum + (weights[index] ?? 0) * Math.max(dropOf(middle, newest), dropOf(oldest, newest));
  }, 0);
}

interface Trajectory {
  readonly code: "sales_growth" | "order_growth";
  readonly series: (currency: SideCurrency) => readonly number[];
  readonly damping: (currency: SideCurrency, total: number) => number;
}

function assessTrajectory(side: SideMetrics, model: ScoreModel, trajectory: Trajectory): Assessment {
  const short = shortHistory(side, model);
  if (short) return short;
  const weights = currencyWeights(side);
  let fraction = 0;
  let growth = 0;
  side.currencies.forEach((currency, index) => {
    const weight = weights[index] ?? 0;
    const [oldest = 0, middle = 0, newest = 0] = trajectory.series(currency);
    const damping = trajectory.damping(currency, oldest + middle + newest);
    const changes = [oldest, middle].map((older) => changeOf(older + damping, newest + damping));
    for (const own of changes) {
      fraction += (weight * readCurve(model.growth.curve, own)) / 2;
      growth += (weight * own) / 2;
    }
  });
  const credibility = historyCredibility(side.observedDays, model) * orderCredibility(side.orderCount, model);
  return measured(fraction * credibility, growth, [
    say(trajectory.code, { change: change(growth), full: change(fullGrowth(model)) }),
    ...fewOrders(side.orderCount, model),
    ...fewDays(side, model),
  ]);
}

function changeOf(before: number, after: number): number {
  return before > 0 ? after / before - 1 : 0;
}

function fullGrowth(model: ScoreModel): number {
  return lastEdge(model.growth.curve);
}
