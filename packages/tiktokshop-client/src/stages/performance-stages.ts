import {
  recordFromChatPerformance,
  recordFromSalesPerformance,
  recordFromShopScore,
} from "../records/record-from-performance.ts";
import { chatPerformanceSchema, salesPerformanceSchema, shopScoreSchema } from "../wire/performance.ts";
import { stageReader } from "./stage-reader.ts";

const official = { account: "seller", perShop: true, asked: false, required: false, parent: null } as const;
const analyticsScope = "data.shop_analytics.public.read";

/** The official Shop Performance Score: US shops only, and only once they have 30 delivered orders. */
export const shopPerformanceStage = stageReader(
  {
    stage: { ...official, stage: "shop_performance", scope: analyticsScope },
    rowsKey: null,
    regions: ["US"],
    request: () => ({ method: "GET", path: "/analytics/202606/shop_performances/overview" }),
  },
  {
    schema: shopScoreSchema,
    idField: "id",
    map: (wire, { shopId }) => ({ records: present(recordFromShopScore(wire, shopId)) }),
  },
);

/** How satisfied people were with the shop's chat. */
export const chatSatisfactionStage = stageReader(
  {
    stage: { ...official, stage: "chat_satisfaction", scope: "seller.customer_service" },
    rowsKey: null,
    request: ({ from, to }) => ({
      method: "GET",
      path: "/customer_service/202407/performance",
      query: { support_date_ge: day(from), support_date_lt: day(to) },
    }),
  },
  {
    schema: chatPerformanceSchema,
    idField: "id",
    map: (wire, { shopId, window }) => ({
      records: present(recordFromChatPerformance(wire, shopId, day(window.to - 86_400))),
    }),
  },
);

/** The platform's own sales figure, to set beside ours; never income. */
export const shopGmvStage = stageReader(
  {
    stage: { ...official, stage: "shop_gmv", scope: analyticsScope },
    rowsKey: null,
    request: ({ from, to }) => ({
      method: "GET",
      path: "/analytics/202509/shop/performance",
      query: { start_date_ge: day(from), end_date_lt: day(to), granularity: "ALL", currency: "LOCAL" },
    }),
  },
  {
    schema: salesPerformanceSchema,
    idField: "id",
    map: (wire, { shopId }) => ({ records: present(recordFromSalesPerformance(wire, shopId)) }),
  },
);

function present<Value>(value: Value | null): readonly Value[] {
  return value === null ? [] : [value];
}

/** `YYYY-MM-DD` in UTC: the platform counts in the shop's own days, whose zone it does not tell. */
function day(seconds: number): string {
  return new Date(seconds * 1_000).toISOString().slice(0, 10);
}
