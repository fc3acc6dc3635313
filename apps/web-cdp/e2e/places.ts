import { setTimeout as sleep } from "node:timers/promises";
import type { Locator, Page } from "@playwright/test";
import { type Caller, post, signIn } from "./api.ts";
import { card } from "./card.ts";

/** A page with whose session it is opened, null for nobody's. */
export interface Place {
  readonly name: string;
  readonly path: string;
  readonly caller: Caller | null;
  /** Words that only the state it is opened in has. */
  readonly shows: string;
  /** Drawings that it has in that state. */
  readonly draws?: (page: Page) => readonly Locator[];
}

interface People {
  /** A borrower with a shop, a score and shares. */
  readonly borrower: Caller;
  /** Somebody else who shares with the same lender. */
  readonly other: Caller;
  readonly lender: Caller;
  /** Somebody who has just signed in for the first time. */
  readonly newcomer: Caller;
}

/**
 * Fills an empty product: two borrowers, the first as a persona of choice, who are scored and share everything with one lender.
 * The rows of the first one's net are gathered, and the lender has declined them once.
 */
export async function populate(
  { borrower, other, lender }: Omit<People, "newcomer">,
  first: readonly [persona: string, account?: "seller" | "creator"],
): Promise<void> {
  await Promise.all([borrower.connect(...first), other.connect("worked-seller")]);
  for (const one of [borrower, other]) await scored(one);
  for (const sharing of [borrower, other])
    await sharing.share(lender.wallet, { purpose: "Stock for winter", days: 30 });
  await lender.json(`/api/borrowers/${borrower.wallet}/adverse-action`, post({ decision: "declined" }));
  await borrower.gathered("net");
}

async function scored(caller: Caller): Promise<void> {
  await caller.settled();
  while ((await caller.request("/api/score")).status !== 200) await sleep(250);
}

/** The people of one file of tests, to be let go of together. */
export function people() {
  const callers: Caller[] = [];
  return {
    /** Somebody with a new wallet who has signed in. */
    async somebody(): Promise<Caller> {
      const caller = await signIn(addressOf("/"));
      callers.push(caller);
      return caller;
    },
    /** Frees every account that any of them has connected. */
    async disconnectAll(): Promise<void> {
      for (const caller of callers.splice(0)) await caller.disconnectAll();
    },
  };
}

/** A path of the stack as a whole address. */
export function addressOf(path: string): string {
  return new URL(path, process.env.E2E_BASE_URL).href;
}

/** What a visitor sees who is not signed in. */
export function publicPlaces(): readonly Place[] {
  return [
    { name: "Home", path: "/", caller: null, shows: "A credit score from what you really sell" },
    { name: "Dashboard, signed out", path: "/dashboard", caller: null, shows: "Sign in to start" },
    { name: "Lender, signed out", path: "/lender", caller: null, shows: "Sign in to see them" },
    { name: "Demo", path: "/demo", caller: null, shows: "A shop in round numbers" },
    { name: "Model", path: "/model", caller: null, shows: "How the score is computed" },
    { name: "Verify", path: "/verify", caller: null, shows: "also works without a connection" },
  ];
}

/** Every page that has nothing to show yet. */
export function emptyPlaces(newcomer: Caller): readonly Place[] {
  return [
    { name: "Dashboard, empty", path: "/dashboard", caller: newcomer, shows: "No business account yet" },
    { name: "Insights, empty", path: "/dashboard/insights", caller: newcomer, shows: "No insights yet" },
    { name: "Money trail, empty", path: "/dashboard/money-trail", caller: newcomer, shows: "Not followed yet" },
    { name: "Rows, empty", path: "/dashboard/rows?figure=net", caller: newcomer, shows: "No score yet" },
    {
      name: "Decisions, empty",
      path: "/dashboard/decisions",
      caller: newcomer,
      shows: "No lender has recorded a decision",
    },
    { name: "Borrowers, empty", path: "/lender", caller: newcomer, shows: "Nobody has shared with" },
  ];
}

/** Every page with all that it can show. */
export function fullPlaces({ borrower, other, lender }: Omit<People, "newcomer">): readonly Place[] {
  const shared = `/lender/${borrower.wallet}`;
  return [
    {
      name: "Dashboard",
      path: "/dashboard",
      caller: borrower,
      shows: "1 decision recorded about you",
      draws: (page) => [history(page)],
    },
    {
      name: "Insights",
      path: "/dashboard/insights",
      caller: borrower,
      shows: "How it is spread",
      draws: (page) => [page.getByRole("figure").filter({ hasText: "Cost by kind of collaboration" })],
    },
    { name: "Money trail", path: "/dashboard/money-trail", caller: borrower, shows: "What became of the money" },
    { name: "Rows", path: "/dashboard/rows?figure=net", caller: borrower, shows: "exactly the figure" },
    { name: "Decisions", path: "/dashboard/decisions", caller: borrower, shows: "The application was declined." },
    { name: "Borrowers", path: "/lender", caller: lender, shows: "2 borrowers" },
    {
      name: "Breakdown",
      path: shared,
      caller: lender,
      shows: "Stock for winter",
      draws: (page) => [history(page), card(page, "Insights").getByRole("figure").first()],
    },
    { name: "Shared rows", path: `${shared}/rows?figure=net`, caller: lender, shows: "Single rows are not shared" },
    { name: "Shared money trail", path: `${shared}/money-trail`, caller: lender, shows: "What became of the money" },
    {
      name: "Adverse action",
      path: `${shared}/adverse-action`,
      caller: lender,
      shows: "Earlier drafts about this borrower",
    },
    {
      name: "Compare",
      path: `/lender/compare?a=${borrower.wallet}&b=${other.wallet}`,
      caller: lender,
      shows: "Net sales",
    },
  ];
}

function history(page: Page): Locator {
  return card(page, "Score history").getByRole("img");
}
