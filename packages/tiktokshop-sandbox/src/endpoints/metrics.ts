import type { Route, ShopCall } from "../gateway/api-call.ts";
import { businessError, invalidParameter } from "../gateway/gateway-error.ts";
import type { JsonObject } from "../json.ts";
import { shopPerformance } from "./shop-performance.ts";

const analytics = "data.shop_analytics.public.read";

export const metricRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/analytics/202509/shop/performance",
    scope: analytics,
    caller: "shop",
    answer: shopPerformance,
  },
  {
    method: "GET",
    path: "/analytics/202606/shop_performances/overview",
    scope: analytics,
    caller: "shop",
    answer: scoreOverview,
  },
  {
    method: "GET",
    path: "/customer_service/202407/performance",
    scope: "seller.customer_service",
    caller: "shop",
    answer: chatPerformance,
  },
];

const noAnalytics = 28001007;
const windowDays = 90;
const fewestOrders = 30;

/** The official shop score, which only shops of the United States have; NIL under thirty delivered orders. */
function scoreOverview({ shop, world, now }: ShopCall): JsonObject {
  if (shop.market.region !== "US")
    return businessError(noAnalytics, "Shop performance is not supported in the region of this shop.");
  const from = now - windowDays * 86_400;
  const rows = world.bookOf(shop).orders("create_time", now);
  let delivered = 0;
  for (
    let position = rows.length - 1;
    position >= 0 && delivered < fewestOrders && rows.timeAt(position) >= from;
    position -= 1
  ) {
    const { status } = rows.at(position).stage;
    if (status === "DELIVERED" || status === "COMPLETED") delivered += 1;
  }
  const { shopScore } = shop.trade.profile;
  const score = delivered >= fewestOrders ? shopScore : null;
  return {
    dimensions: score === null ? [] : dimensionsOf(score),
    end_evaluation_time: now - (now % 86_400),
    evaluate_duration_days: windowDays,
    peer_percentile: score === null ? undefined : "78",
    primary_category: "Home Supplies",
    sps_score: score ?? undefined,
    sps_tier: score === null ? "NIL" : tierOf(Number(score)),
    start_evaluation_time: from - (from % 86_400),
    update_time: now - (now % 86_400),
  };
}

function dimensionsOf(score: string): readonly JsonObject[] {
  const weights = [
    ["Product satisfaction", "40"],
    ["Fulfillment and logistics", "40"],
    ["Customer service", "20"],
  ] as const;
  return weights.map(([name, weight]) => ({ name, score, status: tierOf(Number(score)), weight }));
}

function tierOf(score: number): string {
  if (score >= 4.5) return "EXCELLENT";
  if (score >= 3.5) return "GOOD";
  return score >= 2.5 ? "POOR" : "CRITICAL";
}

const datePattern = /^\d{4}-\d{2}-\d{2}$/;

function chatPerformance({ shop, query }: ShopCall): JsonObject {
  for (const name of ["support_date_ge", "support_date_lt"]) {
    if (!datePattern.test(query.get(name) ?? ""))
      invalidParameter(`Invalid parameter. The '${name}' query parameter must be a date YYYY-MM-DD.`);
  }
  const { customerService } = shop.trade.profile;
  if (customerService === null) return { performance: { support_session_count: 0 } };
  return {
    performance: {
      response_percentage: "96.4",
      response_time_mins: customerService.responseMins,
      satisfaction_percentage: customerService.satisfaction,
      support_session_count: customerService.sessions,
    },
  };
}
