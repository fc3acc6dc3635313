/** The sliders with which a borrower tries what would move the score. */
export const whatIf = {
  wouldBe: "The score would be",
  against: "{points} points against today",
  same: "the same as today",
  reset: "Back to today’s figures",
  today: "today {value} →",
  failed: "That could not be worked out. Try again.",
  /** By the name of the figure that is moved. */
  lever: {
    monthlyNetUsd: "Net revenue a month",
    orderCount: "Orders in the window",
    weeksWithSales: "Weeks with a sale",
    accountAgeMonths: "Months since the first activity",
    refundRate: "Refund rate by value",
    lateDispatchRate: "Late dispatch rate",
    sellerCancellationRate: "Orders that the shop cancelled",
    shopScore: "The platform's shop score",
    chatSatisfaction: "Chat satisfaction",
    standingRestored: "Authorisation renewed, shop active, payouts through",
    productLaunches: "New products sold in the latest period",
    newMarketShare: "Share of the latest period from a new market",
    activeAffiliates: "Affiliate partners in the latest period",
  },
} as const;
