import { connectShop, freshShop } from "./sandbox-account.ts";
import type { SandboxProcess } from "./sandbox-process.ts";

/** A page as our client meets it: the answer's bytes, and the request that it answers. */
export interface RecordedPage {
  readonly url: string;
  readonly body: string;
  readonly answer: string;
  readonly headers: Headers;
}

/** Asks the sandbox for one full page of orders through our client, and records what went over the wire. */
export async function recordOrderPage(sandbox: SandboxProcess): Promise<RecordedPage> {
  let recorded: RecordedPage | null = null;
  const account = await connectShop(sandbox, freshShop(1_000), async (address, init) => {
    const response = await fetch(address, init);
    const answer = await response.clone().text();
    recorded = { url: String(address), body: String(init?.body ?? ""), answer, headers: response.headers };
    return response;
  });
  const first = await account.readOrders(null);
  await account.readOrders(first.nextCursor);
  if (recorded === null) throw new Error("Our client did not use the fetch that it was given.");
  return recorded;
}
