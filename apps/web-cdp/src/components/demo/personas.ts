import type { AccountKind, Market } from "@lendfriend/connector";
import type { Messages } from "#words/translator.ts";

type Words = Messages["demo"];

/** One account of the sandbox, and where on our pages its lesson is seen. */
export interface DemoPersona {
  /** The sandbox's own id; the catalogue has a name and a lesson for each. */
  readonly id: keyof Words["persona"];
  readonly account: AccountKind;
  readonly market: Market;
  /** Whose wallet plays it: accounts of one person are connected to one wallet. */
  readonly person: string;
  readonly seeAt: { readonly href: string; readonly place: keyof Words["seeAt"] };
}

const score = { href: "/dashboard#score", place: "score" } as const;
const why = { href: "/dashboard#why", place: "why" } as const;
const accounts = { href: "/dashboard#accounts", place: "accounts" } as const;
const figures = { href: "/dashboard#figures", place: "figures" } as const;
const charts = { href: "/dashboard#charts", place: "charts" } as const;
const leftOut = { href: "/dashboard#left-out", place: "leftOut" } as const;
const moneyTrail = { href: "/dashboard/money-trail", place: "moneyTrail" } as const;

/** Everybody who can be played, in groups. Ids are the sandbox's; a test keeps the two lists equal. */
export const demoGroups: readonly {
  readonly group: keyof Words["group"];
  readonly personas: readonly DemoPersona[];
}[] = [
  {
    group: "worked",
    personas: [
      seller("worked-seller", {
        seeAt: figures,
      }),
      creator("worked-creator", {
        seeAt: figures,
      }),
      seller("worked-hybrid-seller", {
        person: "worked-hybrid",
        seeAt: accounts,
      }),
      creator("worked-hybrid-creator", {
        person: "worked-hybrid",
        seeAt: accounts,
      }),
    ],
  },
  {
    group: "shops",
    personas: [
      seller("steady-seller", {
        seeAt: { href: "/dashboard#factors", place: "factors" },
      }),
      seller("growing-seller", {
        seeAt: why,
      }),
      seller("declining-seller", {
        market: "ROW",
        seeAt: score,
      }),
      seller("viral-seller", {
        seeAt: charts,
      }),
      seller("heavy-refunds", {
        market: "ROW",
        seeAt: why,
      }),
      seller("new-shop", {
        seeAt: { href: "/dashboard#next-tier", place: "nextTier" },
      }),
      seller("cross-border", {
        market: "ROW",
        seeAt: charts,
      }),
      seller("hybrid-seller", {
        person: "hybrid",
        seeAt: accounts,
      }),
    ],
  },
  {
    group: "creators",
    personas: [
      creator("us-creator", {
        seeAt: leftOut,
      }),
      creator("id-creator", {
        market: "ROW",
        seeAt: figures,
      }),
      creator("hybrid-creator", {
        person: "hybrid",
        seeAt: leftOut,
      }),
    ],
  },
  {
    group: "off",
    personas: [
      seller("planted-defects", {
        seeAt: moneyTrail,
      }),
      seller("odd-rows", {
        seeAt: leftOut,
      }),
      seller("no-orders", {
        seeAt: why,
      }),
      seller("no-finance-scope", {
        seeAt: accounts,
      }),
      seller("expiring-consent", {
        seeAt: accounts,
      }),
      seller("no-order-scope", {
        seeAt: accounts,
      }),
      creator("partial-creator", {
        seeAt: accounts,
      }),
      seller("no-shop", {
        seeAt: accounts,
      }),
      seller("inactive-shop", {
        seeAt: accounts,
      }),
      seller("restricted-market", {
        market: "ROW",
        seeAt: accounts,
      }),
      creator("uk-creator", {
        market: "ROW",
        seeAt: accounts,
      }),
    ],
  },
];

type Draft = Pick<DemoPersona, "seeAt"> & Partial<Pick<DemoPersona, "market" | "person">>;

function seller(id: DemoPersona["id"], draft: Draft): DemoPersona {
  return { id, account: "seller", market: "US", person: id, ...draft };
}

function creator(id: DemoPersona["id"], draft: Draft): DemoPersona {
  return { id, account: "creator", market: "US", person: id, ...draft };
}
