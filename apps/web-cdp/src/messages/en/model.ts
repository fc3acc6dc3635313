/** The model card: what is measured, and how it becomes points. Every number in it comes from the model's config. */
export const model = {
  title: "How the score is computed",
  lead: "Model {model}. This page is made from the very numbers that the score is computed with.",
  notCalibrated: "Not calibrated to default risk",
  notCalibratedText:
    "The thresholds are reasoned from published figures and have not been fitted to repayment data. The score describes sales; it does not predict repayment, and nobody should lend on it alone.",
  inputs: {
    title: "What it uses, and what it never sees",
    used: "90 days of orders, returns, settlements, payments and commissions as the platform reported them, the age of the account, and official figures about the shop where there are any. The same figures and the same model give the same thousandths of a point, always.",
    unseen:
      "No name, age, sex, origin, religion, family, health, address or photograph of anybody; nothing about buyers; nothing from social media; no other lender’s records. These are not inputs, so they cannot move a point.",
    missing:
      "When the platform offers a figure to nobody like this account, its points are spread over the rest of its factor. When there is too little history, or the borrower did not give the permission, it earns none, and the score page says which.",
  },
  factor: "{name}: {points} points",
  item: {
    points: "{points} points",
    curveTable: "{name}: straight lines between these",
    stateTable: "{name}: points for each state",
    figure: "Figure",
    state: "State",
    share: "Share",
    earned: "Points",
    curve: "Curve of {name}; its points are in the table beside it.",
  },
  ceilings: {
    title: "Ceilings",
    lead: "Where there is too little to go by. The lowest that is met applies.",
    table: "Ceilings of the score",
    when: "When",
    most: "At most",
  },
  tiers: { title: "Tiers", table: "Tiers of the score", tier: "Tier", from: "From" },
  beside: {
    title: "Beside the score, never in it",
    confidence:
      "<b>Confidence</b>, 0 to 100: {orders} for {fullOrders} orders or more, {history} for {days} observed days, {reconciled} for the share of old delivered value that payouts confirm, {freshness} while the figures are under {freshHours} hours old, falling to nothing at {staleHours} hours.",
    integrity:
      "<b>Integrity</b>: of the value delivered more than 15 days ago, payouts confirm {pass} or more (pass), {review} or more (review), or less (fail).",
    decline: "<b>Decline alert</b>: when sales fell by more than {share} from one third of the window to the next.",
  },
  hash: {
    title: "Check it yourself",
    text: "SHA-256 of this configuration, part of every score. A score that names another one was computed with other numbers.",
  },
  note: {
    fewOrders: "Multiplied by √(orders ÷ {orders}), at most 1: few orders say little.",
    history: "Multiplied by observed days ÷ {days}.",
    short: "No points under {days} observed days or without orders.",
    drawn:
      "Drawn towards {prior} as if there were {strength} more cases of it, so that one case among few does not decide.",
    drawnRefunds:
      "Drawn towards {prior} as if there were more sales at that rate: {orders} average orders, or {usd} if that is more.",
    damped:
      "Each block is raised by {least} or {share} of the window’s total, whichever is more, so that small beginnings do not read as booms.",
    leastOrders: "{orders} orders",
    faded:
      "From {days} observed days on, a month counts at most {headroom} times the newest third of the window, and at least {floor} of the average: a spike that has faded counts less.",
    chat: "Chat satisfaction: {steps} of the points.",
    noAffiliates: "Not offered where there were none in both.",
  },
  measures: {
    monthly_revenue: "Sales less refunds, with affiliate commission, in US dollars for each 30 days of the window.",
    order_frequency: "Share of the full weeks of the window (at most 12) with at least one qualifying order.",
    order_regularity: "How much weekly order counts vary: their standard deviation as a share of their average.",
    revenue_stability: "The larger fall of sales, before refunds, from one third of the window to the next.",
    account_age: "Months since the first order ever, or the first product if that is older.",
    seller_type: "What the platform has verified about the account.",
    refund_rate: "Refunds as a share of sales by value, each booked to its order’s date.",
    on_time_dispatch: "Orders handed over after the platform’s deadline, as a share of those with both times.",
    seller_cancellations: "Orders that the seller cancelled, as a share of those and the qualifying ones.",
    customer_satisfaction: "The platform’s own shop score or star average; where it gives none, its chat satisfaction.",
    platform_standing: "Whether the platform still authorises us, and whether it pays the account without trouble.",
    revenue_growth:
      "The newest third of the window against the oldest and against the middle one, each for half. Sales in each currency on its own, combined by weight, so that an exchange rate is not growth.",
    order_growth:
      "The newest third of the window against the oldest and against the middle one, each for half. Counts of qualifying orders.",
    product_launches: "Products made in the window whose first sale is in its newest third.",
    market_expansion: "Markets that the account sells in.",
    affiliate_network:
      "Creators with a commissioned order for the shop (for a creator: shops), newest third against oldest.",
  },
  state: {
    business: "Shop of a business",
    individual: "Shop of an individual",
    creator: "Creator",
    hybrid: "Shop and creator",
    good: "In order",
    authorization_expiring: "Authorisation ends within 7 days",
    payment_problem: "A payment failed or is on hold",
    ended: "Authorisation ended, or shop inactive",
    oneMarket: "One market",
    severalMarkets: "Two markets or more",
    newMarket: "A new one in the newest third, with {share} of its income or more",
  },
} as const;
