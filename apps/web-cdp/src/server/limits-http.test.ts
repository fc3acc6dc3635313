import { beforeEach, describe, expect, it } from "vitest";
import * as verify from "#app/api/auth/verify/route.ts";
import { deps, installDeps } from "./deps.ts";
import { createBrowser, serveWorld, signedInBrowser } from "./testing/browser.ts";
import type { World } from "./testing/memory-world.ts";
import { handlerOf, routePaths } from "./testing/routes.ts";

/** What is counted before anything else is done, and whose count it is. */
const limited = [
  ["POST", "auth/challenge", "challenge", "client"],
  ["POST", "auth/confirmations", "confirm", "session"],
  ["GET", "tiktokshop/auth", "connect", "session"],
  ["POST", "connections/[id]/sync", "sync", "session"],
  ["POST", "shares", "share", "session"],
  ["POST", "borrowers/[wallet]/adverse-action", "adverse_action", "session"],
  ["POST", "borrowers/[wallet]/adverse-action/[id]/sent", "adverse_action", "session"],
  ["GET", "account/export", "export", "session"],
  ["GET", "account/deletions/[id]", "receipt", "client"],
  ["POST", "signed-scores", "signed_score", "session"],
  ["DELETE", "signed-scores/[id]", "signed_score", "session"],
  ["POST", "signed-scores/[id]/disclosures", "signed_score", "session"],
  ["GET", "signed-scores/revoked", "revocations", "client"],
  ["POST", "score/what-if", "what_if", "session"],
  ["GET", "score/next-tier", "what_if", "session"],
] as const;

/** Without a count of their own: failed sign-ins are counted, deliveries are signed, logging out ends one's own session. */
const uncounted = ["auth/verify", "tiktokshop/webhook", "auth/logout"];

/** From now on nobody has anything left; answers what is counted. */
function exhaust(world: World): string[] {
  const counted: string[] = [];
  const takeRateLimit = async (key: string) => {
    counted.push(key);
    return { allowed: false, retryAfterSeconds: 7 };
  };
  installDeps({ ...deps(), app: { ...world.app, takeRateLimit } });
  return counted;
}

let world: World;
beforeEach(() => {
  world = serveWorld();
});

describe("who has used a count up", () => {
  it.each(limited)("gets nothing from %s %s, which counts %s by %s", async (method, path, name, whose) => {
    const browser = await signedInBrowser();
    const { accountId, sessionId } = (await world.app.readSession(browser.jar.get("__Host-sess") ?? null)) ?? {};
    const counted = exhaust(world);

    const response = await browser.visit(await handlerOf(path, method), {
      method,
      path: `/api/${path}?wallet=${browser.wallet}`,
      params: { id: accountId ?? "", wallet: browser.wallet },
    });

    expect(response.status).toBe(429);
    expect(response.headers.get("retry-after")).toBe("7");
    expect(counted).toEqual([`${name}:${whose === "client" ? "direct" : sessionId}`]);
  });

  it("of failed sign-ins cannot sign in with a right one either, and no work is done for it", async () => {
    const { message, signature, visit } = await signedInBrowser();
    exhaust(world);
    const attempt = (body: unknown) => visit(verify.POST, { method: "POST", path: "/api/auth/verify", body });
    expect((await attempt({ message: "hello", signature: "0x" })).status).toBe(429);
    world.ports.auth.takeChallenge = () => Promise.reject(new Error("looked a challenge up"));

    expect((await attempt({ message, signature })).status).toBe(429);
    expect((await attempt("no JSON")).status).toBe(429);
  });
});

it("everything that a request can begin is counted", async () => {
  const begun = [];
  for (const path of routePaths) {
    const { status } = await createBrowser().visit(await handlerOf(path, "POST"), { method: "POST", path: "/api/x" });
    if (status !== 405) begun.push(path);
  }

  const counted = limited.flatMap(([method, path]) => (method === "POST" ? [path] : []));
  expect(begun.sort()).toEqual([...counted, ...uncounted].sort());
});
