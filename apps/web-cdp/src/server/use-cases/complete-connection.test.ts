import { ConnectorError, type ConnectorErrorCode, connectorErrorCodes } from "@lendfriend/connector";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPerson, createWorld, signIn, startConsent } from "#server/testing/memory-world.ts";
import { aShop, someTokens } from "#server/testing/scripted-connector.ts";
import { consentTextIn } from "#words/consent-text.ts";

async function begun(options: { account?: "seller" | "creator"; consentText?: string } = {}) {
  const world = createWorld();
  const person = await signIn(world.app);
  const consent = await startConsent(world.app, person, options);
  const finish = (change: Partial<Parameters<typeof world.app.completeConnection>[1]> = {}) =>
    world.app.completeConnection(person.session, {
      code: "TTP_code",
      state: consent.state,
      error: null,
      browser: consent.browser,
      ...change,
    });
  return { world, person, consent, finish };
}

const exchanges = (calls: readonly string[]) => calls.filter((call) => call === "exchangeCode").length;

describe("startConnection", () => {
  it("refuses a wallet other than the session's, and remembers nothing (A02)", async () => {
    const { app, liveTransactions } = createWorld();
    const { session } = await signIn(app);
    const input = {
      wallet: createPerson().wallet,
      account: "seller",
      market: "US",
      consentText: null,
      browser: null,
    } as const;

    await expect(app.startConnection(session, input)).rejects.toMatchObject({
      code: "forbidden",
      message: "You are signed in with another wallet.",
    });
    expect(liveTransactions()).toBe(0);
  });

  it("refuses a platform that is not configured, and remembers nothing", async () => {
    const { app, ports, liveTransactions } = createWorld();
    const { session, wallet } = await signIn(app);
    const { startConnection } = await import("./start-connection.ts");
    const input = {
      platform: "tiktokshop",
      wallet,
      account: "seller",
      market: "US",
      consentText: null,
      browser: null,
    } as const;

    await expect(startConnection({ ...ports, connectors: {} }, session, input)).rejects.toMatchObject({
      code: "not_found",
      message: "This platform cannot be connected yet.",
    });
    expect(liveTransactions()).toBe(0);
  });

  it("refuses a consent that was read in words which are not those of today, and remembers nothing", async () => {
    const { app, liveTransactions } = createWorld();
    const person = await signIn(app);

    await expect(startConsent(app, person, { consentText: "0".repeat(64) })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(liveTransactions()).toBe(0);
  });

  it("hands out an unpredictable state of 256 bits each time; older ones stay good up to five (A19, A25)", async () => {
    const world = createWorld();
    const person = await signIn(world.app);
    const consents = [];
    let browser: string | null = null;
    for (let nth = 0; nth < 6; nth++) {
      const consent = await startConsent(world.app, person, { browser });
      consents.push(consent);
      browser = consent.browser;
    }

    expect(new Set(consents.map(({ state }) => state)).size).toBe(6);
    for (const { state } of consents) expect(Buffer.from(state, "base64url")).toHaveLength(32);
    expect(world.liveTransactions()).toBe(5);

    const results = [];
    for (const [nth, { state }] of consents.entries()) {
      const result = await world.app.completeConnection(person.session, {
        code: `code-${nth}`,
        state,
        error: null,
        browser,
      });
      results.push(result.outcome);
      browser = result.browser;
    }
    expect(results).toEqual(["refused", "connected", "connected", "connected", "connected", "connected"]);
    expect(browser).toBeNull();
  });
});

describe("completeConnection", () => {
  it("connects: seals both tokens under the connection's epoch and queues the first import", async () => {
    const { world, person, finish } = await begun();

    const result = await finish();

    expect(result).toMatchObject({ outcome: "connected", browser: null });
    const [row] = [...world.rows.values()];
    expect(row).toMatchObject({
      wallet: person.wallet,
      account: "seller",
      market: "US",
      platformUserId: someTokens.platformUserId,
      epoch: 1,
      missingScopes: [],
      shops: [aShop],
    });
    const { connectionId = "", accessToken = "", refreshToken = "" } = row ?? {};
    expect(world.ports.vault.open(accessToken, { connectionId, field: "access", epoch: 1 })).toBe("TTP_canary-access");
    expect(world.ports.vault.open(refreshToken, { connectionId, field: "refresh", epoch: 1 })).toBe(
      "TTP_canary-refresh",
    );
    expect(JSON.stringify(row)).not.toContain("canary");
  });

  it.each([
    ["no state", { state: null }],
    ["an unknown state", { state: "A".repeat(43) }],
    ["10 kB of state", { state: "A".repeat(10_000) }],
    ["a state with a zero byte", { state: `${"A".repeat(42)}\0` }],
    ["no browser cookie (A08)", { browser: null }],
    ["a browser cookie of junk", { browser: "x~y.z" }],
  ])("links nothing and asks the platform nothing with %s (A04, A07)", async (_, change) => {
    const { world, finish } = await begun();

    expect(await finish(change)).toMatchObject({ outcome: "refused", code: "state_invalid" });
    expect(world.connector.calls).toEqual([]);
    expect(world.rows.size).toBe(0);
  });

  it("takes no state but the one that was handed out (A07)", async () => {
    const { world, consent, finish } = await begun();

    await fc.assert(
      fc.asyncProperty(fc.nat(42), fc.constantFrom(..."AZaz09-_"), async (at, character) => {
        const state = consent.state.slice(0, at) + character + consent.state.slice(at + 1);
        fc.pre(state !== consent.state);
        expect(await finish({ state })).toMatchObject({ code: "state_invalid" });
      }),
      { numRuns: 60 },
    );
    expect(await finish({ state: consent.state.toLowerCase() })).toMatchObject({ code: "state_invalid" });
    expect(world.connector.calls).toEqual([]);
    expect(await finish()).toMatchObject({ outcome: "connected" });
  });

  it("works once: of 20 equal callbacks one connects, with one exchange (A05)", async () => {
    const { world, finish } = await begun();

    const results = await Promise.all(Array.from({ length: 20 }, () => finish()));

    expect(results.filter(({ outcome }) => outcome === "connected")).toHaveLength(1);
    expect(exchanges(world.connector.calls)).toBe(1);
    expect(world.rows.size).toBe(1);
  });

  it("refuses a state after ten minutes (A06)", async () => {
    const { world, finish } = await begun();
    world.advance(601);

    expect(await finish()).toMatchObject({ code: "state_invalid" });
    expect(world.connector.calls).toEqual([]);
  });

  it("refuses the state of another session, even in the same browser (A01, A09)", async () => {
    const { world, consent } = await begun();
    const victim = await signIn(world.app);

    const result = await world.app.completeConnection(victim.session, {
      code: "TTP_victims-code",
      state: consent.state,
      error: null,
      browser: consent.browser,
    });

    expect(result).toMatchObject({ code: "state_invalid" });
    expect(world.connector.calls).toEqual([]);
    expect(world.rows.size).toBe(0);
  });

  it("refuses without a session (A03)", async () => {
    const { world, consent } = await begun();

    const result = await world.app.completeConnection(null, {
      code: "TTP_code",
      state: consent.state,
      error: null,
      browser: consent.browser,
    });

    expect(result).toMatchObject({ code: "state_invalid" });
    expect(world.connector.calls).toEqual([]);
  });

  it("refuses a state that was made for another platform (A13)", async () => {
    const { world, person, consent } = await begun();
    const { completeConnection } = await import("./complete-connection.ts");
    const ports = { ...world.ports, connectors: { ...world.ports.connectors, shopify: world.connector } };

    const result = await completeConnection(ports, person.session, {
      platform: "shopify",
      code: "TTP_code",
      state: consent.state,
      error: null,
      browser: consent.browser,
    });

    expect(result).toMatchObject({ code: "state_invalid" });
    expect(world.connector.calls).toEqual([]);
  });

  it.each([
    ["error=auth_denied and code=null", { code: "null", error: "auth_denied" }],
    ["error=access_denied", { code: null, error: "access_denied" }],
    ["an error beside a code", { error: "server_error" }],
    ["no code", { code: null }],
    ["code=null", { code: "null" }],
  ])("takes %s for a refusal, and the state is used up (A04, A10)", async (_, change) => {
    const { world, finish } = await begun();

    expect(await finish(change)).toMatchObject({ code: "auth_denied" });
    expect(await finish()).toMatchObject({ code: "state_invalid" });
    expect(world.connector.calls).toEqual([]);
  });

  it("never sends a code twice, not even under a fresh state (A20)", async () => {
    const { world, person, finish } = await begun();
    world.connector.exchange = new ConnectorError("timeout", "no answer in time");
    expect(await finish()).toMatchObject({ code: "provider_unavailable" });

    const again = await startConsent(world.app, person);
    const result = await world.app.completeConnection(person.session, {
      code: "TTP_code",
      state: again.state,
      error: null,
      browser: again.browser,
    });

    expect(result).toMatchObject({ code: "state_invalid" });
    expect(exchanges(world.connector.calls)).toBe(1);
  });

  it("discards the tokens of another kind of account than was asked for (A14)", async () => {
    const { world, finish } = await begun({ account: "creator" });

    expect(await finish()).toMatchObject({ code: "unexpected" });
    expect(world.rows.size).toBe(0);
    expect(world.connector.calls).toEqual(["exchangeCode"]);
  });

  it("refuses an account that is neither a seller's nor a creator's (A14)", async () => {
    const { world, finish } = await begun();
    world.connector.exchange = new ConnectorError("not_supported", "the consent is of a partner");

    expect(await finish()).toMatchObject({ code: "unexpected" });
    expect(world.rows.size).toBe(0);
  });

  it("names the scopes without which nothing can be imported (A15)", async () => {
    const { world, finish } = await begun();
    world.connector.exchange = { ...someTokens, grantedScopes: ["finance"] };

    expect(await finish()).toMatchObject({ code: "missing_permissions", scopes: ["orders"] });
    expect(world.rows.size).toBe(0);
  });

  it("connects when only other scopes are missing, and lists them (A15)", async () => {
    const { world, finish } = await begun();
    world.connector.exchange = { ...someTokens, grantedScopes: ["orders"] };

    expect(await finish()).toMatchObject({ outcome: "connected" });
    expect([...world.rows.values()][0]?.missingScopes).toEqual(["finance"]);
  });

  it.each([
    ["no shop", [], "no_active_shop"],
    ["only inactive shops", [{ ...aShop, isActive: false }], "no_active_shop"],
    ["only shops outside the markets", [{ ...aShop, region: "PL" }], "region_not_supported"],
    ["one usable shop among others", [{ ...aShop, id: "2", region: "PL" }, aShop], "connected"],
    ["a shop whose state the platform would not tell", [{ ...aShop, isActive: null }], "connected"],
  ])("judges a seller with %s", async (_, shops, expected) => {
    const { world, finish } = await begun();
    world.connector.account = { displayName: "Candle Corner", region: "US", shops };

    const result = await finish();

    expect(result.outcome === "connected" ? "connected" : result.code).toBe(expected);
    expect(world.rows.size).toBe(expected === "connected" ? 1 : 0);
  });

  it.each([
    ["GB", "region_not_supported"],
    ["US", "connected"],
    [null, "connected"],
  ])("judges a creator in %s", async (region, expected) => {
    const { world, finish } = await begun({ account: "creator" });
    world.connector.exchange = { ...someTokens, account: "creator", region: null };
    world.connector.account = { displayName: "Ann", region, shops: [] };

    const result = await finish();

    expect(result.outcome === "connected" ? "connected" : result.code).toBe(expected);
  });

  it("replaces the tokens of a reconnected account in place, one epoch up (A17)", async () => {
    const { world, person, finish } = await begun();
    const first = await finish();
    const again = await startConsent(world.app, person);
    world.connector.exchange = { ...someTokens, accessToken: "TTP_canary-second" };

    const second = await world.app.completeConnection(person.session, {
      code: "TTP_code-2",
      state: again.state,
      error: null,
      browser: again.browser,
    });

    expect(second).toEqual(first);
    expect(world.rows.size).toBe(1);
    const [row] = [...world.rows.values()];
    const { connectionId = "", accessToken = "" } = row ?? {};
    expect(row?.epoch).toBe(2);
    expect(world.ports.vault.open(accessToken, { connectionId, field: "access", epoch: 2 })).toBe("TTP_canary-second");
  });

  it("lets two consents of one account that finish together both succeed, on one connection", async () => {
    const world = createWorld();
    const person = await signIn(world.app);
    const first = await startConsent(world.app, person);
    const second = await startConsent(world.app, person, { browser: first.browser });

    const results = await Promise.all(
      [first, second].map(({ state }) =>
        world.app.completeConnection(person.session, { code: state, state, error: null, browser: second.browser }),
      ),
    );

    expect(results.map(({ outcome }) => outcome)).toEqual(["connected", "connected"]);
    expect([...world.rows.values()].map(({ epoch }) => epoch)).toEqual([2]);
  });

  it.each([
    ["the account", someTokens.platformUserId, "another-shop"],
    ["a shop of the account", "open-id-2", aShop.id],
  ])("refuses a second wallet when %s is connected to a first", async (_, platformUserId, shopId) => {
    const { world, finish } = await begun();
    await finish();
    const other = await signIn(world.app);
    const consent = await startConsent(world.app, other);
    world.connector.exchange = { ...someTokens, platformUserId };
    world.connector.account = { displayName: "Twin", region: "US", shops: [{ ...aShop, id: shopId }] };

    const result = await world.app.completeConnection(other.session, {
      code: "TTP_code-2",
      state: consent.state,
      error: null,
      browser: consent.browser,
    });

    expect(result).toMatchObject({ code: "shop_already_connected" });
    expect(world.rows.size).toBe(1);
  });

  it("refuses a second account of a wallet for a shop that the first one brings, and names the first", async () => {
    const { world, person, finish } = await begun();
    const first = await finish();
    const consent = await startConsent(world.app, person);
    world.connector.exchange = { ...someTokens, platformUserId: "open-id-2" };

    const result = await world.app.completeConnection(person.session, {
      code: "TTP_code-2",
      state: consent.state,
      error: null,
      browser: consent.browser,
    });

    expect(result).toMatchObject({
      code: "shop_in_other_account",
      heldBy: first.outcome === "connected" ? first.connectionId : null,
    });
    expect(world.rows.size).toBe(1);
  });

  const expectedCode: Partial<Record<ConnectorErrorCode, string>> = {
    invalid_response: "provider_unavailable",
    network: "provider_unavailable",
    not_supported: "region_not_supported",
    provider_unavailable: "provider_unavailable",
    quota_exhausted: "provider_unavailable",
    rate_limited: "provider_unavailable",
    timeout: "provider_unavailable",
    aborted: "provider_unavailable",
    shop_inactive: "no_active_shop",
    scope_missing: "missing_permissions",
  };

  it.each(connectorErrorCodes)(
    "turns a platform failure of %s into one code, and leaves nothing behind (A20, A23)",
    async (failure) => {
      const { world, finish } = await begun();
      world.connector.account = new ConnectorError(failure, "failed", { providerCode: "105004" });

      expect(await finish()).toMatchObject({ outcome: "refused", code: expectedCode[failure] ?? "unexpected" });
      expect(world.rows.size).toBe(0);
    },
  );

  it("gives the person the reference under which the log holds the cause, and logs no secret (A22)", async () => {
    const { world, consent, finish } = await begun();
    world.connector.account = new Error("nobody foresaw this");

    const result = await finish({ code: "TTP_canary-code" });

    if (result.outcome !== "refused") throw new Error("the consent was accepted");
    expect(result.reference).toMatch(/^LF-[0-9A-Z]{8}$/);
    const lines = world.logged.filter((line) => line.includes(result.reference));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain("nobody foresaw this");
    for (const secret of ["canary", consent.state, consent.browser]) expect(world.logged.join()).not.toContain(secret);
  });
});

describe("what the log holds of a consent", () => {
  type Begun = Awaited<ReturnType<typeof begun>>;
  const shopsOf = (...shops: readonly (typeof aShop)[]) => ({ displayName: "Candle Corner", region: "US", shops });

  const refusals: Readonly<Record<string, (given: Begun) => unknown>> = {
    "the callback belongs to no flow of this browser and session": ({ finish }) => finish({ browser: null }),
    "the state is unknown, used or expired": ({ world, finish }) => {
      world.advance(601);
      return finish();
    },
    "the person did not approve": ({ finish }) => finish({ code: null }),
    "the code is too long to be one": ({ finish }) => finish({ code: "c".repeat(2_049) }),
    "the code was used before": ({ world, finish }) => {
      world.ports.transactions.claimCode = async () => false;
      return finish();
    },
    "a seller was to consent, but a creator did": ({ world, finish }) => {
      world.connector.exchange = { ...someTokens, account: "creator" };
      return finish();
    },
    "a scope without which nothing can be imported was withheld": ({ world, finish }) => {
      world.connector.exchange = { ...someTokens, grantedScopes: [] };
      return finish();
    },
    "the account has no shop": ({ world, finish }) => {
      world.connector.account = shopsOf();
      return finish();
    },
    "sellers in PL cannot be connected": ({ world, finish }) => {
      world.connector.account = shopsOf({ ...aShop, region: "PL" }, { ...aShop, region: "CZ" });
      return finish();
    },
    "none of the account's shops is active": ({ world, finish }) => {
      world.connector.account = shopsOf({ ...aShop, isActive: false }, { ...aShop, id: "2", isActive: false });
      return finish();
    },
    "the platform call failed: timeout": ({ world, finish }) => {
      world.connector.exchange = new ConnectorError("timeout", "no answer");
      return finish();
    },
    "connecting failed on our side": ({ world, finish }) => {
      world.connector.exchange = new Error("nobody foresaw this");
      return finish();
    },
    "another wallet holds this account or one of its shops": ({ world, finish }) => {
      world.ports.connections.completeConnection = async () => ({ error: "shop_already_connected" });
      return finish();
    },
    "another account of the wallet brings one of the shops": ({ world, finish }) => {
      world.ports.connections.completeConnection = async () => ({ error: "shop_in_other_account", heldBy: "c1" });
      return finish();
    },
    "the same connection kept being completed elsewhere": ({ world, finish }) => {
      world.ports.connections.completeConnection = async () => ({ error: "conflict" });
      return finish();
    },
  };

  it.each(Object.entries(refusals))("is the reason: %s", async (reason, attempt) => {
    const given = await begun();

    const result = await attempt(given);

    const lines = given.world.logged.map((line) => JSON.parse(line));
    expect(lines.filter(({ event }) => event === "connection.refused")).toMatchObject([
      {
        level:
          result && typeof result === "object" && "code" in result && result.code === "unexpected" ? "error" : "info",
        reason,
        wallet: given.person.wallet,
      },
    ]);
  });

  it("is the connection, the run and the epoch once it is made", async () => {
    const { world, person, finish } = await begun();

    const result = await finish();

    const [row] = world.rows.values();
    expect(world.logged.map((line) => JSON.parse(line)).at(-1)).toMatchObject({
      level: "info",
      event: "connection.completed",
      connectionId: result.outcome === "connected" ? result.connectionId : null,
      runId: row?.openRun,
      epoch: 1,
      isNew: true,
      wallet: person.wallet,
    });
  });
});

describe("the edges of completeConnection", () => {
  it("takes a code of 2,048 characters", async () => {
    const { finish } = await begun();

    expect(await finish({ code: "c".repeat(2_048) })).toMatchObject({ outcome: "connected" });
  });

  it("names what was not granted when the account cannot be read without it (A15)", async () => {
    const { world, finish } = await begun();
    world.connector.exchange = { ...someTokens, grantedScopes: ["orders"] };
    world.connector.account = new ConnectorError("scope_missing", "not granted", { providerCode: "105005" });

    expect(await finish()).toMatchObject({ code: "missing_permissions", scopes: ["finance"] });
  });

  it("names no scope when the account cannot be read for another reason", async () => {
    const { world, finish } = await begun();
    world.connector.exchange = { ...someTokens, grantedScopes: ["orders"] };
    world.connector.account = new ConnectorError("timeout", "no answer");

    expect(await finish()).toMatchObject({ code: "provider_unavailable", scopes: [] });
  });

  it("tries three times to complete what somebody else completed meanwhile, and no more", async () => {
    const { world, finish } = await begun();
    const { completeConnection } = world.ports.connections;
    let tries = 0;
    world.ports.connections.completeConnection = async (connection) => {
      tries += 1;
      return tries < 3 ? { error: "conflict" } : completeConnection(connection);
    };
    expect(await finish()).toMatchObject({ outcome: "connected" });
    expect(tries).toBe(3);

    const hopeless = await begun();
    let hopelessTries = 0;
    hopeless.world.ports.connections.completeConnection = async () => {
      hopelessTries += 1;
      return { error: "conflict" };
    };
    expect(await hopeless.finish()).toMatchObject({ code: "unexpected" });
    expect(hopelessTries).toBe(3);
  });

  it("keeps what the platform and the consent say of the account, and which words the person had read", async () => {
    const read = consentTextIn("th-TH");
    const { world, finish } = await begun({ consentText: read.hash });
    world.connector.account = { displayName: "Candles", region: null, shops: [aShop] };

    await finish();

    expect([...world.rows.values()][0]).toMatchObject({
      platform: "tiktokshop",
      displayName: "Candles",
      region: "US",
      accessTokenExpiresAt: someTokens.accessTokenExpiresAt,
      refreshTokenExpiresAt: someTokens.refreshTokenExpiresAt,
      grantedScopes: ["orders", "finance"],
      consentText: read,
    });
  });

  it("refuses a creator by the region of the consent when the profile names none", async () => {
    const { world, finish } = await begun({ account: "creator" });
    world.connector.exchange = { ...someTokens, account: "creator", region: "GB" };
    world.connector.account = { displayName: "Ann", region: null, shops: [] };

    expect(await finish()).toMatchObject({ code: "region_not_supported" });
    expect(world.logged.join()).toContain("creators in GB cannot be connected");
  });

  it("asks no platform that is not configured, for a consent that was begun while it was", async () => {
    const { world, person, consent } = await begun();
    const { completeConnection } = await import("./complete-connection.ts");
    const callback = { platform: "tiktokshop", code: "TTP_code", error: null, ...consent } as const;

    const result = await completeConnection({ ...world.ports, connectors: {} }, person.session, callback);

    expect(result).toMatchObject({ code: "unexpected" });
    expect(world.logged.join()).toContain("the platform is not configured");
  });
});
