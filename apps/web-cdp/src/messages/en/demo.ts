/** The list of made-up people on /demo. */
export const demo = {
  title: "Play a persona",
  lead: "One click signs you in with a wallet of this browser, connects the persona’s account at the sandbox, imports 90 days and scores them. Everything is made up; nothing reaches TikTok.",
  play: "Play <name></name>",
  seller: "Shop",
  creator: "Creator",
  signing: "Signing in with the demo wallet…",
  leaving: "Approving at the sandbox…",
  failed: "This did not work. Try again, or choose another persona.",
  group: {
    worked: "Worked by hand: figures you can check",
    shops: "Shops as they are",
    creators: "Creators",
    off: "When something is off",
  },
  seeAt: {
    score: "Look at the score",
    why: "Look at why this score",
    accounts: "Look at business accounts",
    figures: "Look at figures",
    factors: "Look at every point",
    charts: "Look at over time and by part",
    nextTier: "Look at the next tier",
    leftOut: "Look at what was left out",
    moneyTrail: "Look at the money trail",
  },
  /** Each by the sandbox's own id. */
  persona: {
    "worked-seller": {
      name: "A shop in round numbers",
      teaches: "150 orders of $100 with 5 % returned: 15,000 gross, 750 refunded, 14,250 net.",
    },
    "worked-creator": {
      name: "A creator in round numbers",
      teaches: "200 settled commission lines of $30,000 at 15 %: 4,500 earned.",
    },
    "worked-hybrid-seller": {
      name: "Both at once: the shop",
      teaches: "The shop half: $10,000 of sales, nothing returned. Play the creator half after it.",
    },
    "worked-hybrid-creator": {
      name: "Both at once: the creator",
      teaches: "The creator half: $3,000 of commissions, scored together with the shop on one wallet.",
    },
    "steady-seller": {
      name: "A healthy shop",
      teaches: "About 1,500 orders in 90 days, with every status that normal trade has.",
    },
    "growing-seller": {
      name: "A growing shop",
      teaches: "Each month sells more than the last, with new products and new creators.",
    },
    "declining-seller": {
      name: "A declining shop",
      teaches: "The newest month sells less than half of the oldest: the decline alert, in pounds.",
    },
    "viral-seller": {
      name: "One viral week",
      teaches: "A spike six weeks ago and little since does not score like steady income.",
    },
    "heavy-refunds": {
      name: "Many refunds",
      teaches: "A third of the value comes back, parcels leave late, one payout failed.",
    },
    "new-shop": {
      name: "Twelve days old",
      teaches: "Good sales and too little history: a ceiling that time lifts.",
    },
    "cross-border": {
      name: "Four markets",
      teaches: "Four currencies that are never added up unconverted, cash on delivery among them.",
    },
    "hybrid-seller": {
      name: "Mina’s Market",
      teaches: "The shop of somebody who is a creator too. Play her creator account after it.",
    },
    "us-creator": {
      name: "A creator in the United States",
      teaches: "Settled, awaited, refunded and frozen commission lines, told apart.",
    },
    "id-creator": {
      name: "A creator in Indonesia",
      teaches: "Amounts that the platform prints for people (Rp9.900) are read exactly.",
    },
    "hybrid-creator": {
      name: "Mina the creator",
      teaches: "Commission from her own shop is a transfer between her own pockets and does not count.",
    },
    "planted-defects": {
      name: "Books that do not add up",
      teaches: "Orders, statements and payments that are missing, short or nobody’s: each one listed by its id.",
    },
    "odd-rows": {
      name: "Rows nobody expected",
      teaches: "A new status, a missing id, an amount “N/A”: kept aside, counted and shown.",
    },
    "no-orders": {
      name: "No order at all",
      teaches: "A two-year-old shop without one order still gets an answer, and the reason for it.",
    },
    "no-finance-scope": {
      name: "Finance not granted",
      teaches: "Connects all the same, loses what it cannot prove, and names the permission.",
    },
    "expiring-consent": {
      name: "Consent ends in five days",
      teaches: "The page asks to reconnect in time.",
    },
    "no-order-scope": {
      name: "Orders not granted",
      teaches: "Without orders there is nothing to score: the refusal says which permission is missing.",
    },
    "partial-creator": {
      name: "A creator who unticks commissions",
      teaches: "The same for creators: the refusal names the permission.",
    },
    "no-shop": {
      name: "An account without a shop",
      teaches: "“No active TikTok Shop found”, and what to do about it.",
    },
    "inactive-shop": {
      name: "A shop that is not active",
      teaches: "Authorised and not selling: told apart from having no shop.",
    },
    "restricted-market": {
      name: "Outside the markets",
      teaches: "TikTok Shop is not everywhere: the refusal lists where it is.",
    },
    "uk-creator": {
      name: "A creator in the United Kingdom",
      teaches: "TikTok has no affiliate figures there: the way is a shop, never a score of 0.",
    },
  },
} as const;
