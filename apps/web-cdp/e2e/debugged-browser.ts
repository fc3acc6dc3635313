import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "@playwright/test";
import type { Caller } from "./api.ts";
import { browserArgs, browserPath } from "./browser.ts";
import { sessionCookies } from "./visitor.ts";

/** A browser that another tool drives through `port`, with the session of one person at a time. */
export interface DebuggedBrowser {
  /** Signs everybody out, and the caller in. */
  become(caller: Caller | null): Promise<void>;
  close(): Promise<void>;
}

/** Starts a browser with an empty profile that listens for a debugger on `port`. */
export async function debuggedBrowser(port: number): Promise<DebuggedBrowser> {
  const profile = mkdtempSync(join(tmpdir(), "profile-"));
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath: await browserPath(),
    // The mode that paints as a window does, which the shell of Playwright's own choice does not.
    headless: false,
    args: [...browserArgs, "--headless=new", `--remote-debugging-port=${port}`],
  });
  return {
    async become(caller) {
      await context.clearCookies();
      if (caller !== null) await context.addCookies(sessionCookies(caller));
    },
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
