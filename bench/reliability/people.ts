import { type Caller, signIn } from "../../apps/web-cdp/e2e/api.ts";

/** Another address each time, as a proxy would tell it: limits count by address. */
export function fromAddress(serial: number): Readonly<Record<string, string>> {
  return { "x-forwarded-for": `10.${(serial >> 16) & 255}.${(serial >> 8) & 255}.${serial & 255}` };
}

/** A borrower with a score, and lenders with each of whom all of it is shared. */
export async function borrowerAndLenders(
  url: string,
  count: number,
): Promise<{ readonly borrower: Caller; readonly lenders: readonly Caller[] }> {
  const borrower = await signIn(url, fromAddress(1));
  await borrower.connect("worked-seller");
  await borrower.settled();
  const lenders: Caller[] = [];
  for (let serial = 0; serial < count; serial += 1) {
    const lender = await signIn(url, fromAddress(2 + serial));
    await borrower.share(lender.wallet, { purpose: "A loan", days: 7 });
    lenders.push(lender);
  }
  return { borrower, lenders };
}

/** One of those people after the other, by the number of what they do. */
export function inTurn(people: readonly Caller[], serial: number): Caller {
  const person = people[serial % people.length];
  if (person === undefined) throw new Error("nobody is signed in");
  return person;
}

/** Asks and reads the whole answer. Throws unless it is 200. */
export async function expectAnswer(caller: Caller, path: string): Promise<void> {
  const response = await caller.request(path);
  const text = await response.text();
  if (response.status !== 200) throw new Error(`answered ${response.status} ${text.slice(0, 100)}`);
}

/** Asks for the address at which the platform takes a person's consent. */
export async function startConnecting(caller: Caller): Promise<void> {
  await expectAnswer(caller, `/api/tiktokshop/auth?wallet=${caller.wallet}`);
}
