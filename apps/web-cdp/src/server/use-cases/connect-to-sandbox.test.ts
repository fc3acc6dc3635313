import { type Sandbox, startSandbox } from "@lendfriend/tiktokshop-sandbox";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { tikTokShopConnector } from "#lib/tiktokshop-client/index.ts";
import { createApp } from "#server/create-app.ts";
import { createWorld, endConnection, signIn, startConsent } from "#server/testing/memory-world.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.clearFaults());

/** The product over memory, with the real client speaking to the sandbox. */
function createSandboxWorld() {
  const world = createWorld();
  const { appKey, appSecret, serviceId } = sandbox.app;
  const { url } = sandbox;
  const connector = tikTokShopConnector(
    {
      tikTokShop: {
        appKey,
        appSecrets: [appSecret, "an-older-secret"],
        serviceId,
        apiUrl: url,
        authUrl: url,
        authorizeUrl: `${url}/open/authorize`,
        authorizeUrlUs: `${url}/us/open/authorize`,
        creatorAuthorizeUrl: `${url}/alliance/creator/auth`,
      },
    },
    { retry: { maxTries: 1, baseDelayMs: 1, maxDelayMs: 1 }, timeoutMs: 500 },
  );
  const ports = { ...world.ports, connectors: { tiktokshop: connector }, now: () => new Date() };
  return { ...world, app: createApp(ports), ports };
}

type SandboxWorld = ReturnType<typeof createSandboxWorld>;

/** Opens the consent page as a browser would, answers as a persona, and comes back with what the page sent along. */
async function consent(
  world: SandboxWorld,
  persona: string,
  { account = "seller", answer = "allow" }: { account?: "seller" | "creator"; answer?: "allow" | "deny" } = {},
) {
  const person = await signIn(world.app);
  const { authUrl, browser } = await startConsent(world.app, person, { account });
  const page = await fetch(`${authUrl}&persona=${persona}&auto=${answer}`, { redirect: "manual" });
  const query = new URL(page.headers.get("location") ?? "").searchParams;
  const finish = () =>
    world.app.completeConnection(person.session, {
      code: query.get("code"),
      state: query.get("state"),
      error: query.get("error"),
      browser,
    });
  return { ...person, finish };
}

const tokenCalls = () => sandbox.control.requests({ path: "/api/v2/token/get" }).length;

describe("consenting at the sandbox", () => {
  it.each([
    ["steady-seller", "seller"],
    ["worked-creator", "creator"],
  ] as const)("connects %s as a %s", async (persona, account) => {
    const world = createSandboxWorld();
    const { session, finish } = await consent(world, persona, { account });

    expect(await finish()).toMatchObject({ outcome: "connected" });
    expect(await world.app.listConnections(session)).toMatchObject([{ account, status: "importing" }]);
  });

  it.each([
    ["no-shop", "seller", "no_active_shop", []],
    ["inactive-shop", "seller", "no_active_shop", []],
    ["restricted-market", "seller", "region_not_supported", []],
    ["no-order-scope", "seller", "missing_permissions", ["seller.order.info"]],
    ["uk-creator", "creator", "region_not_supported", []],
  ] as const)("refuses %s as a %s with %s", async (persona, account, code, scopes) => {
    const world = createSandboxWorld();
    const { session, finish } = await consent(world, persona, { account });

    expect(await finish()).toMatchObject({ outcome: "refused", code, scopes });
    expect(await world.app.listConnections(session)).toEqual([]);
  });

  it("connects without the finance scope, and lists it as missing", async () => {
    const world = createSandboxWorld();
    const { session, finish } = await consent(world, "no-finance-scope");

    expect(await finish()).toMatchObject({ outcome: "connected" });
    const [connection] = await world.app.listConnections(session);
    expect(connection?.missingScopes).toContain("seller.finance.info");
  });

  it("takes a denied page for a refusal, without a token call", async () => {
    const world = createSandboxWorld();
    const { finish } = await consent(world, "steady-seller", { answer: "deny" });
    const before = tokenCalls();

    expect(await finish()).toMatchObject({ code: "auth_denied" });
    expect(tokenCalls()).toBe(before);
  });

  it("exchanges one code once for 20 equal callbacks (A05)", async () => {
    const world = createSandboxWorld();
    const { finish } = await consent(world, "steady-seller");
    const before = tokenCalls();

    const results = await Promise.all(Array.from({ length: 20 }, finish));

    expect(results.filter(({ outcome }) => outcome === "connected")).toHaveLength(1);
    expect(tokenCalls()).toBe(before + 1);
  });

  it.each([
    ["answers 500", { kind: "answer", status: 500 }],
    ["answers HTML", { kind: "html_502" }],
    ["answers cut JSON", { kind: "invalid_json" }],
    ["says nothing", { kind: "hang" }],
    ["hangs up", { kind: "reset" }],
    ["sends 50 MB", { kind: "huge_body", bytes: 50_000_000 }],
    ["sends a gzip bomb", { kind: "gzip_bomb", bytes: 50_000_000 }],
  ] as const)("fails closed and soon when the token host %s (A20, A23)", async (_, fault) => {
    const world = createSandboxWorld();
    const { session, finish } = await consent(world, "steady-seller");
    sandbox.control.addFault({ ...fault, path: "/api/v2/token/get" });
    const before = performance.now();

    expect(await finish()).toMatchObject({ code: "provider_unavailable" });
    expect(performance.now() - before).toBeLessThan(10_000);
    expect(await world.app.listConnections(session)).toEqual([]);
  });

  it("asks the platform to end its authorisation when the person disconnects", async () => {
    const world = createSandboxWorld();
    const owner = await consent(world, "growing-seller");
    const result = await owner.finish();
    if (result.outcome !== "connected") throw new Error(`not connected: ${result.code}`);

    await endConnection(world.app, owner, result.connectionId, "keep");
    await world.settled();

    const [call] = sandbox.control.requests({ path: "/authorization/202403/shops" });
    expect(call).toMatchObject({ method: "DELETE", status: 200, code: 0 });
  });
});
