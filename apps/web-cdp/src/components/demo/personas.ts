import type { AccountKind, Market } from "@lendfriend/connector";

/** One account of the sandbox, and where on our pages its lesson is seen. */
export interface DemoPersona {
  /** The sandbox's own id. */
  readonly id: string;
  readonly name: string;
  readonly account: AccountKind;
  readonly market: Market;
  /** Whose wallet plays it: accounts of one person are connected to one wallet. */
  readonly person: string;
  readonly teaches: string;
  readonly seeAt: { readonly href: string; readonly label: string };
}

const score = { href: "/dashboard#score", label: "the score" };
const why = { href: "/dashboard#why", label: "why this score" };
const accounts = { href: "/dashboard#accounts", label: "business accounts" };
const charts = { href: "/dashboard#charts", label: "over time and by part" };
const leftOut = { href: "/dashboard#left-out", label: "what was left out" };
const moneyTrail = { href: "/dashboard/money-trail", label: "the money trail" };

/** Everybody who can be played, in groups. Ids are the sandbox's; a test keeps the two lists equal. */
export const demoGroups: readonly { readonly title: string; readonly personas: readonly DemoPersona[] }[] = [
  {
    title: "Worked by hand: figures you can check",
    personas: [
      seller("worked-seller", "A shop in round numbers", {
        teaches: "150 orders of $100 with 5 % returned: 15,000 gross, 750 refunded, 14,250 net.",
        seeAt: { href: "/dashboard#figures", label: "figures" },
      }),
      creator("worked-creator", "A creator in round numbers", {
        teaches: "200 settled commission lines of $30,000 at 15 %: 4,500 earned.",
        seeAt: { href: "/dashboard#figures", label: "figures" },
      }),
      seller("worked-hybrid-seller", "Both at once: the shop", {
        person: "worked-hybrid",
        teaches: "The shop half: $10,000 of sales, nothing returned. Play the creator half after it.",
        seeAt: accounts,
      }),
      creator("worked-hybrid-creator", "Both at once: the creator", {
        person: "worked-hybrid",
        teaches: "The creator half: $3,000 of commissions, scored together with the shop on one wallet.",
        seeAt: accounts,
      }),
    ],
  },
  {
    title: "Shops as they are",
    personas: [
      seller("steady-seller", "A healthy shop", {
        teaches: "About 1,500 orders in 90 days, with every status that normal trade has.",
        seeAt: { href: "/dashboard#factors", label: "every point" },
      }),
      seller("growing-seller", "A growing shop", {
        teaches: "Each month sells more than the last, with new products and new creators.",
        seeAt: why,
      }),
      seller("declining-seller", "A declining shop", {
        market: "ROW",
        teaches: "The newest month sells less than half of the oldest: the decline alert, in pounds.",
        seeAt: score,
      }),
      seller("viral-seller", "One viral week", {
        teaches: "A spike six weeks ago and little since does not score like steady income.",
        seeAt: charts,
      }),
      seller("heavy-refunds", "Many refunds", {
        market: "ROW",
        teaches: "A third of the value comes back, parcels leave late, one payout failed.",
        seeAt: why,
      }),
      seller("new-shop", "Twelve days old", {
        teaches: "Good sales and too little history: a ceiling that time lifts.",
        seeAt: { href: "/dashboard#next-tier", label: "the next tier" },
      }),
      seller("cross-border", "Four markets", {
        market: "ROW",
        teaches: "Four currencies that are never added up unconverted, cash on delivery among them.",
        seeAt: charts,
      }),
      seller("hybrid-seller", "Mina’s Market", {
        person: "hybrid",
        teaches: "The shop of somebody who is a creator too. Play her creator account after it.",
        seeAt: accounts,
      }),
    ],
  },
  {
    title: "Creators",
    personas: [
      creator("us-creator", "A creator in the United States", {
        teaches: "Settled, awaited, refunded and frozen commission lines, told apart.",
        seeAt: leftOut,
      }),
      creator("id-creator", "A creator in Indonesia", {
        market: "ROW",
        teaches: "Amounts that the platform prints for people (Rp9.900) are read exactly.",
        seeAt: { href: "/dashboard#figures", label: "figures" },
      }),
      creator("hybrid-creator", "Mina the creator", {
        person: "hybrid",
        teaches: "Commission from her own shop is a transfer between her own pockets and does not count.",
        seeAt: leftOut,
      }),
    ],
  },
  {
    title: "When something is off",
    personas: [
      seller("planted-defects", "Books that do not add up", {
        teaches: "Orders, statements and payments that are missing, short or nobody’s: each one listed by its id.",
        seeAt: moneyTrail,
      }),
      seller("odd-rows", "Rows nobody expected", {
        teaches: "A new status, a missing id, an amount “N/A”: kept aside, counted and shown.",
        seeAt: leftOut,
      }),
      seller("no-orders", "No order at all", {
        teaches: "A two-year-old shop without one order still gets an answer, and the reason for it.",
        seeAt: why,
      }),
      seller("no-finance-scope", "Finance not granted", {
        teaches: "Connects all the same, loses what it cannot prove, and names the permission.",
        seeAt: accounts,
      }),
      seller("expiring-consent", "Consent ends in five days", {
        teaches: "The page asks to reconnect in time.",
        seeAt: accounts,
      }),
      seller("no-order-scope", "Orders not granted", {
        teaches: "Without orders there is nothing to score: the refusal says which permission is missing.",
        seeAt: accounts,
      }),
      creator("partial-creator", "A creator who unticks commissions", {
        teaches: "The same for creators: the refusal names the permission.",
        seeAt: accounts,
      }),
      seller("no-shop", "An account without a shop", {
        teaches: "“No active TikTok Shop found”, and what to do about it.",
        seeAt: accounts,
      }),
      seller("inactive-shop", "A shop that is not active", {
        teaches: "Authorised and not selling: told apart from having no shop.",
        seeAt: accounts,
      }),
      seller("restricted-market", "Outside the markets", {
        market: "ROW",
        teaches: "TikTok Shop is not everywhere: the refusal lists where it is.",
        seeAt: accounts,
      }),
      creator("uk-creator", "A creator in the United Kingdom", {
        market: "ROW",
        teaches: "TikTok has no affiliate figures there: the way is a shop, never a score of 0.",
        seeAt: accounts,
      }),
    ],
  },
];

type Draft = Pick<DemoPersona, "teaches" | "seeAt"> & Partial<Pick<DemoPersona, "market" | "person">>;

function seller(id: string, name: string, draft: Draft): DemoPersona {
  return { id, name, account: "seller", market: "US", person: id, ...draft };
}

function creator(id: string, name: string, draft: Draft): DemoPersona {
  return { id, name, account: "creator", market: "US", person: id, ...draft };
}
