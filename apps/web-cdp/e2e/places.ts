import { type Caller, signIn } from "./api.ts";

/** Somebody with a new wallet who has signed in. */
export function person(): Promise<Caller> {
  return signIn(addressOf("/"));
}

/** A path of the stack as a whole address. */
export function addressOf(path: string): string {
  return new URL(path, process.env.E2E_BASE_URL).href;
}
