import { type Caller, signIn } from "../../apps/web-cdp/e2e/api.ts";

/** Another address each time, as a proxy would tell it: limits count by address. */
export function fromAddress(serial: number): Readonly<Record<string, string>> {
  return { "x-forwarded-for": `10.${(serial >> 16) & 255}.${(serial >> 8) & 255}.${serial & 255}` };
}

/** A borrower with a score, and a lender with whom all of it is shared. */
export async function borrowerAndLender(url: string): Promise<{ readonly borrower: Caller; readonly lender: Caller }> {
  const borrower = await signIn(url, fromAddress(1));
  const lender = await signIn(url, fromAddress(2));
  await borrower.connect("worked-seller");
  await borrower.settled();
  await borrower.share(lender.wallet, { purpose: "A loan", days: 7 });
  return { borrower, lender };
}

/** Asks and reads the whole answer. Throws unless it is 200. */
export async function expectAnswer(caller: Caller, path: string): Promise<void> {
  const response = await caller.request(path);
  const text = await response.text();
  if (response.status !== 200) throw new Error(`answered ${response.status} ${text.slice(0, 100)}`);
}

/** Asks for the address at which the platform takes a person's consent. */
export async function startConnecting(caller: Caller | undefined): Promise<void> {
  if (caller === undefined) throw new Error("nobody is signed in");
  await expectAnswer(caller, `/api/tiktokshop/auth?wallet=${caller.wallet}`);
}
