import { type Caller, post, signIn } from "./api.ts";

/** A page with whose session it is opened, null for nobody's. */
export interface Place {
  readonly name: string;
  readonly path: string;
  readonly caller: Caller | null;
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

/** Fills an empty product: two borrowers, the first as a persona of choice, who are scored and share with one lender. */
export async function populate(
  { borrower, other, lender }: Omit<People, "newcomer">,
  first: readonly [persona: string, account?: "seller" | "creator"],
): Promise<void> {
  await Promise.all([borrower.connect(...first), other.connect("worked-seller")]);
  for (const one of [borrower, other]) await scored(one);
  const expiresAt = new Date(Date.now() + 30 * 86_400_000).toISOString();
  const share = { lender: lender.wallet, scope: "metrics", purpose: "Stock for winter", expiresAt };
  for (const sharing of [borrower, other]) await sharing.json("/api/shares", post(share));
}

async function scored(caller: Caller): Promise<void> {
  await caller.settled();
  while ((await caller.request("/api/score")).status !== 200) await new Promise((resolve) => setTimeout(resolve, 250));
}

/** Somebody with a new wallet who has signed in. */
export function person(): Promise<Caller> {
  return signIn(addressOf("/"));
}

/** A path of the stack as a whole address. */
export function addressOf(path: string): string {
  return new URL(path, process.env.E2E_BASE_URL).href;
}

/** What a visitor sees who is not signed in. */
export function publicPlaces(): readonly Place[] {
  return [
    { name: "Home", path: "/", caller: null },
    { name: "Dashboard, signed out", path: "/dashboard", caller: null },
    { name: "Lender, signed out", path: "/lender", caller: null },
    { name: "Demo", path: "/demo", caller: null },
    { name: "Model", path: "/model", caller: null },
    { name: "Verify", path: "/verify", caller: null },
  ];
}

/** Every page that has nothing to show yet. */
export function emptyPlaces(newcomer: Caller): readonly Place[] {
  return [
    { name: "Dashboard, empty", path: "/dashboard", caller: newcomer },
    { name: "Insights, empty", path: "/dashboard/insights", caller: newcomer },
    { name: "Money trail, empty", path: "/dashboard/money-trail", caller: newcomer },
    { name: "Rows, empty", path: "/dashboard/rows?figure=net", caller: newcomer },
    { name: "Decisions, empty", path: "/dashboard/decisions", caller: newcomer },
    { name: "Borrowers, empty", path: "/lender", caller: newcomer },
  ];
}

/** Every page with all that it can show. */
export function fullPlaces({ borrower, other, lender }: Omit<People, "newcomer">): readonly Place[] {
  const shared = `/lender/${borrower.wallet}`;
  return [
    { name: "Dashboard", path: "/dashboard", caller: borrower },
    { name: "Insights", path: "/dashboard/insights", caller: borrower },
    { name: "Money trail", path: "/dashboard/money-trail", caller: borrower },
    { name: "Rows", path: "/dashboard/rows?figure=net", caller: borrower },
    { name: "Decisions", path: "/dashboard/decisions", caller: borrower },
    { name: "Borrowers", path: "/lender", caller: lender },
    { name: "Breakdown", path: shared, caller: lender },
    { name: "Shared rows", path: `${shared}/rows?figure=net`, caller: lender },
    { name: "Shared money trail", path: `${shared}/money-trail`, caller: lender },
    { name: "Adverse action", path: `${shared}/adverse-action`, caller: lender },
    { name: "Compare", path: `/lender/compare?a=${borrower.wallet}&b=${other.wallet}`, caller: lender },
  ];
}
