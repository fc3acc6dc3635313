import type { Page } from "@playwright/test";
import type { Caller } from "./api.ts";
import { addressOf } from "./places.ts";

/** Gives the page the session of somebody who signed in over HTTP. */
export async function visitAs(page: Page, caller: Caller): Promise<void> {
  await page.context().addCookies(sessionCookies(caller));
}

/** The caller's cookies as a browser is given them. */
export function sessionCookies(caller: Caller) {
  // A browser takes cookies for secure sites only from such an address, and sends them to localhost without it all the same.
  const url = addressOf("/").replace(/^http:/, "https:");
  return caller
    .cookie()
    .split("; ")
    .filter(Boolean)
    .map((pair) => {
      const at = pair.indexOf("=");
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url, secure: true };
    });
}
