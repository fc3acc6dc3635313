import { amountOf, countOf } from "./figures.ts";
import type { IncomeMetrics, SideCurrency, SideMetrics } from "./income-metrics.ts";
import { decimalOf, scaleSide, withSides } from "./rescale.ts";

const secondsPerDay = 86_400;

/** Multiplies all income so that the mean of 30 days becomes `usd`. Without income yet, it is spread over the blocks. */
export function setMonthlyNet(metrics: IncomeMetrics, usd: number): IncomeMetrics {
  const target = (usd * Math.max(metrics.observedDays, 30)) / 30;
  const net = amountOf(metrics.netUsd);
  if (net > 0) {
    const by = { sales: target / net, net: target / net };
    return withSides(
      metrics,
      mapSides(metrics, (side) => scaleSide(side, by)),
    );
  }
  const total = decimalOf(target);
  const third = decimalOf(target / 3);
  const first = metrics.seller ? "seller" : "creator";
  return {
    ...metrics,
    ...mapSides(metrics, (side) => (side.account === first ? { ...side, netUsd: total } : side)),
    netUsd: total,
    blocks: metrics.blocks.map((block) => ({ ...block, netUsd: third })),
  };
}

/** Multiplies the order counts; without orders yet, spreads them evenly over weeks and blocks. Income stays. */
export function setOrderCount(metrics: IncomeMetrics, orders: number): IncomeMetrics {
  const now = countOf(metrics.orderCount);
  if (now === 0) {
    const first = metrics.seller ? "seller" : "creator";
    return withSides(
      metrics,
      mapSides(metrics, (side) => (side.account === first ? spreadOrders(side, orders) : side)),
    );
  }
  const changed = withSides(
    metrics,
    mapSides(metrics, (side) => multiplyOrders(side, orders / now)),
  );
  return { ...changed, orderCount: orders };
}

/** Fills empty weeks with one order each, newest first, or empties the newest ones. The order count stays. */
export function setWeeksWithSales(metrics: IncomeMetrics, weeks: number): IncomeMetrics {
  return {
    ...metrics,
    ...mapSides(metrics, (side) => ({
      ...side,
      weeklyOrders: withActiveWeeks(side.weeklyOrders, weeks),
      currencies: side.currencies.map((currency, index) =>
        index === 0 ? { ...currency, weeklyOrders: withActiveWeeks(currency.weeklyOrders, weeks) } : currency,
      ),
    })),
  };
}

/** Moves the first activity of every side. The observed window stays as it is. */
export function setAccountAge(metrics: IncomeMetrics, months: number, daysPerMonth: number): IncomeMetrics {
  const firstActivityAt = metrics.asOf - Math.ceil(months * daysPerMonth) * secondsPerDay;
  return { ...metrics, ...mapSides(metrics, (side) => ({ ...side, firstActivityAt })) };
}

/** Refunds as a share of sales by value; net follows. */
export function setRefundRate(metrics: IncomeMetrics, rate: number): IncomeMetrics {
  const changed = withSides(
    metrics,
    mapSides(metrics, (side) => withRefundRate(side, rate)),
  );
  return metrics.seller ? { ...changed, refunds: decimalOf(amountOf(metrics.gross) * rate) } : changed;
}

/** Orders dispatched late, of those measured; of all orders when none was. */
export function setLateDispatch(metrics: IncomeMetrics, rate: number): IncomeMetrics {
  return mapSeller(metrics, (seller) => {
    const { dispatch } = seller;
    if (dispatch.status !== "available") return seller;
    const measured = dispatch.measured > 0 ? dispatch.measured : seller.orderCount;
    return { ...seller, dispatch: { ...dispatch, measured, late: rate * measured } };
  });
}

/** Orders that the seller cancelled, of those and the qualifying ones; below 1. */
export function setSellerCancellations(metrics: IncomeMetrics, rate: number): IncomeMetrics {
  return mapSeller(metrics, (seller) => {
    const { cancellations } = seller;
    if (cancellations.status !== "available") return seller;
    return { ...seller, cancellations: { ...cancellations, sellerFault: (rate * seller.orderCount) / (1 - rate) } };
  });
}

export function setShopScore(metrics: IncomeMetrics, value: number): IncomeMetrics {
  return mapSeller(metrics, (seller) => ({
    ...seller,
    satisfaction: { status: "available", source: "shop_score", value },
  }));
}

export function setChatSatisfaction(metrics: IncomeMetrics, value: number): IncomeMetrics {
  return mapSeller(metrics, (seller) => ({
    ...seller,
    satisfaction: { status: "available", source: "chat_satisfaction", value },
  }));
}

/** Every measured standing as if nothing were amiss. */
export function setStanding(metrics: IncomeMetrics): IncomeMetrics {
  return {
    ...metrics,
    ...mapSides(metrics, (side) =>
      side.standing.status === "available" ? { ...side, standing: { status: "available", state: "good" } } : side,
    ),
  };
}

export function setProductLaunches(metrics: IncomeMetrics, products: number): IncomeMetrics {
  return mapSeller(metrics, (seller) => ({ ...seller, launches: { status: "available", products } }));
}

export function setNewMarketShare(metrics: IncomeMetrics, share: number): IncomeMetrics {
  return mapSeller(metrics, (seller) => {
    const { markets } = seller;
    if (markets.status !== "available") return seller;
    const regions = share > 0 ? Math.max(2, markets.regions) : markets.regions;
    return { ...seller, markets: { ...markets, regions, newRegionShare: share } };
  });
}

/** Partners with a commissioned order in the newest block, of the shops if there are any, else of the creator. */
export function setActiveAffiliates(metrics: IncomeMetrics, partners: number): IncomeMetrics {
  const first = metrics.seller ? "seller" : "creator";
  return {
    ...metrics,
    ...mapSides(metrics, (side) => {
      if (side.account !== first || side.affiliates.status === "withheld") return side;
      const firstBlock = side.affiliates.status === "available" ? side.affiliates.firstBlock : 0;
      if (firstBlock === 0 && partners === 0) return side;
      return { ...side, affiliates: { status: "available", firstBlock, lastBlock: partners } };
    }),
  };
}

function withRefundRate(side: SideMetrics, rate: number): SideMetrics {
  const { refunds } = side;
  if (refunds.status !== "available") return side;
  const base = amountOf(refunds.baseUsd);
  const kept = 1 - (base > 0 ? amountOf(refunds.refundedUsd) / base : 0);
  const sales = side.account === "creator" && kept > 0 ? (1 - rate) / kept : 1;
  const changed = scaleSide(side, { sales, net: kept > 0 ? (1 - rate) / kept : 1 });
  return { ...changed, refunds: { ...refunds, refundedUsd: decimalOf(base * rate) } };
}

function multiplyOrders(side: SideMetrics, by: number): SideMetrics {
  return {
    ...side,
    orderCount: Math.round(side.orderCount * by),
    weeklyOrders: side.weeklyOrders.map((orders) => orders * by),
    currencies: side.currencies.map((currency) => withOrders(currency, (orders) => orders * by)),
  };
}

function spreadOrders(side: SideMetrics, orders: number): SideMetrics {
  const weeks = side.weeklyOrders.length;
  const weekly = side.weeklyOrders.map(() => orders / weeks);
  return {
    ...side,
    orderCount: orders,
    weeklyOrders: weekly,
    currencies: [
      {
        currency: "USD",
        orderCount: orders,
        net: side.netUsd,
        netUsd: side.netUsd,
        openingUnitsPerUsd: "1",
        weeklyOrders: weekly,
        blocks: [1, 2, 3].map(() => {
          const net = decimalOf(amountOf(side.netUsd) / 3);
          return { orderCount: orders / 3, gross: net, net };
        }),
      },
    ],
  };
}

function withOrders(currency: SideCurrency, change: (orders: number) => number): SideCurrency {
  return {
    ...currency,
    orderCount: change(currency.orderCount),
    weeklyOrders: currency.weeklyOrders.map(change),
    blocks: currency.blocks.map((block) => ({ ...block, orderCount: change(block.orderCount) })),
  };
}

function withActiveWeeks(weekly: readonly number[], wanted: number): readonly number[] {
  const counts = [...weekly];
  let active = counts.filter((orders) => orders > 0).length;
  for (let week = counts.length - 1; week >= 0; week -= 1) {
    const isActive = (counts[week] ?? 0) > 0;
    if (active < wanted && !isActive) {
      counts[week] = 1;
      active += 1;
    } else if (active > wanted && isActive) {
      counts[week] = 0;
      active -= 1;
    }
  }
  return counts;
}

function mapSides(
  metrics: IncomeMetrics,
  change: (side: SideMetrics) => SideMetrics,
): { readonly seller: SideMetrics | null; readonly creator: SideMetrics | null } {
  return { seller: metrics.seller && change(metrics.seller), creator: metrics.creator && change(metrics.creator) };
}

function mapSeller(metrics: IncomeMetrics, change: (seller: SideMetrics) => SideMetrics): IncomeMetrics {
  return { ...metrics, seller: metrics.seller && change(metrics.seller) };
}
