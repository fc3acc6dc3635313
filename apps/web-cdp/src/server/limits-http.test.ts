import { beforeEach, describe, expect, it } from "vitest";
import * as verify from "#app/api/auth/verify/route.ts";
import type { Session } from "./contract.ts";
import { deps, installDeps } from "./deps.ts";
import { limitSession } from "./rate-limits.ts";
import { createBrowser, serveWorld, signedInBrowser } from "./testing/browser.ts";
import { createPerson, signIn, type World } from "./testing/memory-world.ts";
import { handlerOf, routePaths } from "./testing/routes.ts";

/** What is counted before anything else is done, and whose count it is. */
const limited = [
  ["POST", "auth/challenge", "challenge", "client"],
  ["POST", "auth/confirmations", "confirm", "account"],
  ["GET", "tiktokshop/auth", "connect", "account"],
  ["POST", "connections/[id]/sync", "sync", "account"],
  ["POST", "shares", "share", "account"],
  ["POST", "borrowers/[wallet]/adverse-action", "adverse_action", "account"],
  ["POST", "borrowers/[wallet]/adverse-action/[id]/sent", "adverse_action", "account"],
  ["GET", "account/export", "export", "account"],
  ["GET", "account/deletions/[id]", "receipt", "client"],
  ["POST", "signed-scores", "signed_score", "account"],
  ["DELETE", "signed-scores/[id]", "signed_score", "account"],
  ["POST", "signed-scores/[id]/disclosures", "signed_score", "account"],
  ["GET", "signed-scores/revoked", "revocations", "client"],
  ["POST", "score/what-if", "what_if", "account"],
  ["GET", "score/next-tier", "what_if", "account"],
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
    const { accountId } = (await world.app.readSession(browser.jar.get("__Host-sess") ?? null)) ?? {};
    const counted = exhaust(world);

    const response = await browser.visit(await handlerOf(path, method), {
      method,
      path: `/api/${path}?wallet=${browser.wallet}`,
      params: { id: accountId ?? "", wallet: browser.wallet },
    });

    expect(response.status).toBe(429);
    expect(response.headers.get("retry-after")).toBe("7");
    expect(counted).toEqual([`${name}:${whose === "client" ? "direct" : accountId}`]);
  });

  it("has none left in another session of the account either", async () => {
    const person = createPerson();
    const [first, second] = [await signIn(world.app, person), await signIn(world.app, person)];
    const count = (session: Session) => limitSession("export", session);
    for (let nth = 0; nth < 6; nth += 1) await count(nth % 2 === 0 ? first.session : second.session);

    await expect(count(second.session)).rejects.toMatchObject({ code: "rate_limited" });
    await count((await signIn(world.app)).session);
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
