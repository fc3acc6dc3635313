import type { RowKind } from "#server/figure-catalogue.ts";
import { exclusionName } from "../score/words.ts";

export const kindWords: Readonly<Record<RowKind, string>> = {
  order: "Order",
  order_line: "Product of an order",
  return: "Return",
  settlement: "Settlement",
  unsettled: "Money not settled yet",
  statement: "Statement",
  payment: "Payment",
  commission_order: "Commission order",
  commission: "Commission line",
  product: "Product",
  performance: "Measure",
};

const moreReasons: Readonly<Record<string, string>> = {
  REPLACED: "A later return took its place",
  NOT_REFUNDED: "Nothing was refunded",
  OTHER_CURRENCY: "In another currency than its order",
  ORDER_NOT_COUNTED: "Its order does not count",
  NOT_A_SALE: "Not the settlement of a sale",
  NOT_PAID: "Not paid out yet",
  LATER_PAYMENT: "Its order was paid earlier",
  NOT_NEW: "Not created in the window",
  NOT_SOLD: "Not sold in the window",
  SOLD_EARLIER: "First sold before the newest third",
  NOT_SATISFACTION: "Not a measure of satisfaction",
};

/** Why a row does not count. */
export function reasonName(reason: string): string {
  return moreReasons[reason] ?? exclusionName(reason);
}

/** Everything else that the page of rows says. */
export const rowsWords = {
  title: "Rows behind a figure",
  lead: "What a figure is made of: its formula, where its rows come from, and each row.",
  signIn: "Sign in to see it",
  signInLead: "Your wallet is your account here. There is no password.",
  back: "Back to the dashboard",
  none: "No score yet",
  noneText: "Rows appear together with your first score.",
  unknown: "No such figure",
  unknownText: "This address names no figure of the score. Follow a figure on the dashboard or the insights.",
  gatheringTitle: "Gathering the rows",
  gathering: "They are read once for each score. This page shows them by itself as soon as they are there.",
  changedTitle: "The imported rows have changed since this score was computed",
  changed: (stated: string, total: string) =>
    `The score says ${stated}; today’s rows come to ${total}. The next score counts them.`,
  changedParts: "A part of this figure comes to something else today. The next score counts it.",
  formula: "Formula",
  source: "Source",
  points: "Where it counts",
  asOf: "As of",
  partsTitle: "Its parts",
  partsTable: "Each part beside its rows",
  partsColumns: { part: "Part", stated: "The score says", total: "Its rows come to", rows: "Rows" },
  rowsTitle: "Its rows",
  exact: (rows: string, total: string) => `${rows} rows come to ${total}: exactly the figure.`,
  total: (rows: string, total: string) => `${rows} rows come to ${total}.`,
  counted: "Counted",
  leftOut: "Left out",
  sides: "Which rows",
  leftOutLead: "Rows of the same kind that were read and count in nothing.",
  nothing: "No rows",
  nothingText: "Nothing of the imported rows is in this figure.",
  noRows: "This figure is no sum of rows",
  noRowsText: "It is read as the platform states it, from the source above.",
  range: (from: string, to: string, all: string | null) =>
    all === null ? `Rows ${from} to ${to}` : `Rows ${from} to ${to} of ${all}`,
  next: "Next page",
  first: "First page",
  csv: "Download all rows (CSV)",
  columns: {
    row: "Row",
    date: "Date (UTC)",
    shop: "Shop",
    reported: "Reported",
    counts: "Counts",
    usd: "Counts in USD",
    rate: "Rate",
    items: "Items",
    days: "Days",
    why: "Why it does not count",
  },
  ofOrder: "of order",
  rate: (units: string, currency: string) => `${units} ${currency} for 1 USD`,
  lenderTitle: "How a figure is made",
  lenderLead: "Its formula and where its rows come from.",
  lenderSignInLead: "Sign in with the wallet that this was shared with.",
  backToBreakdown: "Back to the breakdown",
  toTrail: "See what does not add up",
  notShared: "Single rows are not shared",
  notSharedText:
    "A share shows sums, not the borrower’s single orders. What does not add up is listed by id in the money trail; for anything else ask the borrower for the file of these rows.",
} as const;
