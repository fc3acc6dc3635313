import { recordsFromCreatorOrder } from "../records/records-from-commissions.ts";
import { creatorOrderSchema } from "../wire/affiliate.ts";
import { type ListOrder, stageReader } from "./stage-reader.ts";

/** The seller side refuses more than three months at once; the creator side documents no limit, and gets the same care. */
export const affiliateWindow = 90 * 86_400;

/** How both affiliate lists come; neither takes a sort order. */
export function newestFirst(): ListOrder {
  return { field: "create_time", order: "DESC" };
}

/** What a creator earned. The only list of it: there is no creator balance or withdrawal API. */
export const creatorCommissionsStage = stageReader(
  {
    stage: {
      account: "creator",
      stage: "commissions",
      perShop: false,
      scope: "creator.affiliate_collaboration.read",
      asked: true,
      required: true,
      parent: null,
    },
    rowsKey: "orders",
    pageSize: 100,
    widestWindow: affiliateWindow,
    listedBy: newestFirst,
    request: ({ from, to }) => ({
      method: "POST",
      path: "/affiliate_creator/202410/orders/search",
      body: { create_time_ge: from, create_time_lt: to },
    }),
  },
  { schema: creatorOrderSchema, idField: "id", map: (order) => recordsFromCreatorOrder(order) },
);
