import {
  recordFromPayment,
  recordFromSettlement,
  recordFromStatement,
  recordFromUnsettled,
  recordFromWithdrawal,
} from "../records/record-from-finance.ts";
import { RowError } from "../records/row-error.ts";
import { pathId } from "../request/build.ts";
import {
  paymentSchema,
  settlementSchema,
  statementSchema,
  unsettledSchema,
  withdrawalSchema,
} from "../wire/finance.ts";
import { stageReader } from "./stage-reader.ts";

const finance = {
  account: "seller",
  perShop: true,
  scope: "seller.finance.info",
  asked: true,
  required: false,
  parent: null,
} as const;

/** One statement a day. A day's statement settles orders of weeks before. */
export const statementsStage = stageReader(
  {
    stage: { ...finance, stage: "statements", finalAfterDays: 3, after: "unsettled" },
    rowsKey: "statements",
    pageSize: 100,
    isParent: true,
    listedBy: () => ({ field: "statement_time", order: "ASC" }),
    request: ({ from, to }) => ({
      method: "GET",
      path: "/finance/202309/statements",
      query: { sort_field: "statement_time", sort_order: "ASC", statement_time_ge: from, statement_time_lt: to },
    }),
  },
  {
    schema: statementSchema,
    idField: "id",
    map: (wire, { shopId }) => ({ records: [recordFromStatement(wire, shopId)] }),
  },
);

/** The transactions of one statement, its currency stated once for all. */
export const settlementsStage = stageReader(
  {
    stage: { ...finance, stage: "settlements", parent: "statements" },
    rowsKey: "transactions",
    pageSize: 100,
    request: ({ parentId }) => ({
      method: "GET",
      path: `/finance/202501/statements/${pathId(parentId ?? "")}/statement_transactions`,
      query: { sort_field: "order_create_time", sort_order: "ASC" },
    }),
  },
  {
    schema: settlementSchema,
    idField: "id",
    map: (wire, { shopId, parentId, currency }) => {
      if (typeof currency !== "string" || !/^[A-Z]{3}$/.test(currency)) {
        throw new RowError("currency: missing from the statement");
      }
      return { records: [recordFromSettlement(wire, { id: parentId ?? "", shopId, currency })] };
    },
  },
);

/** Money earned and not yet settled. A row disappears once a statement has it. */
export const unsettledStage = stageReader(
  {
    stage: { ...finance, stage: "unsettled" },
    rowsKey: "transactions",
    pageSize: 100,
    request: ({ from, to }) => ({
      method: "GET",
      path: "/finance/202507/orders/unsettled",
      query: { sort_field: "order_create_time", sort_order: "ASC", search_time_ge: from, search_time_lt: to },
    }),
  },
  {
    schema: unsettledSchema,
    idField: "id",
    map: (wire, { shopId }) => ({ records: [recordFromUnsettled(wire, shopId)] }),
  },
);

/** Payments to the bank, where the platform starts them: not in South-East Asia. */
export const paymentsStage = stageReader(
  {
    stage: { ...finance, stage: "payments" },
    rowsKey: "payments",
    pageSize: 100,
    request: ({ from, to }) => ({
      method: "GET",
      path: "/finance/202605/payments",
      query: { sort_field: "create_time", sort_order: "ASC", create_time_ge: from, create_time_lt: to },
    }),
  },
  {
    schema: paymentSchema,
    idField: "id",
    map: (wire, { shopId }) => ({ records: [recordFromPayment(wire, shopId)] }),
  },
);

/** Withdrawals and the other movements of a seller's balance, where sellers start payouts themselves. */
export const withdrawalsStage = stageReader(
  {
    stage: { ...finance, stage: "withdrawals" },
    rowsKey: "withdrawals",
    pageSize: 100,
    request: ({ from, to }) => ({
      method: "GET",
      path: "/finance/202309/withdrawals",
      query: { types: "WITHDRAW,SETTLE,TRANSFER,REVERSE", create_time_ge: from, create_time_lt: to },
    }),
  },
  {
    schema: withdrawalSchema,
    idField: "id",
    map: (wire, { shopId }) => ({ records: [recordFromWithdrawal(wire, shopId)] }),
  },
);
