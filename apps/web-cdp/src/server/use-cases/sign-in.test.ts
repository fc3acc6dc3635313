import { describe, expect, it } from "vitest";
import { AppError } from "#server/errors.ts";
import { createPerson, createWorld, signIn } from "#server/testing/memory-world.ts";

const curveOrder = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

async function challenge(chainId = 1) {
  const world = createWorld();
  const person = createPerson();
  const { message, preSession } = await world.app.issueChallenge({ address: person.account.address, chainId });
  const signature = await person.account.signMessage({ message });
  const verify = (change: { message?: string; signature?: string; preSession?: string | null } = {}) =>
    world.app.verifySignIn({ message, signature, preSession, previousSession: null, ...change });
  return { world, person, message, preSession, signature, verify };
}

/** Every failure must look alike from outside. */
async function expectRefused(attempt: Promise<unknown>) {
  const error = await attempt.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(AppError);
  expect(error).toMatchObject({
    code: "unauthorized",
    status: 401,
    message: "The sign-in could not be verified. Ask for a new message and sign it again.",
  });
}

describe("issueChallenge", () => {
  it("writes a whole EIP-4361 message for the configured origin", async () => {
    const { message, person } = await challenge(8453);

    expect(message.split("\n")).toEqual([
      "localhost:3000 wants you to sign in with your Ethereum account:",
      person.account.address,
      "",
      "Sign in to LendFriend. This proves that the wallet is yours. It moves nothing and costs nothing.",
      "",
      "URI: http://localhost:3000",
      "Version: 1",
      "Chain ID: 8453",
      expect.stringMatching(/^Nonce: [0-9a-f]{32}$/),
      "Issued At: 2026-11-20T12:00:00.000Z",
      "Expiration Time: 2026-11-20T12:05:00.000Z",
    ]);
  });

  it("is remembered by digests of its nonce and of the browser's pre-session, never by themselves", async () => {
    const world = createWorld();
    const { auth, digest } = world.ports;
    const saved: unknown[] = [];
    auth.saveChallenge = async (challenge) => void saved.push(challenge);
    const person = createPerson();

    const { message, preSession } = await world.app.issueChallenge({ address: person.wallet, chainId: 1 });

    const [, nonce = ""] = /Nonce: ([0-9a-f]{32})/.exec(message) ?? [];
    expect(saved).toEqual([
      {
        nonceHash: digest("nonce", nonce),
        preSessionHash: digest("pre_session", preSession),
        wallet: person.wallet,
        chainId: 1,
        message,
        ttlSeconds: 300,
      },
    ]);
  });

  it("takes an address in checksum, lower and upper case as one wallet", async () => {
    const { world, person } = await challenge();
    const lower = person.wallet;
    const upper = `0x${lower.slice(2).toUpperCase()}`;

    for (const address of [lower, upper, person.account.address]) {
      const { message } = await world.app.issueChallenge({ address, chainId: 1 });
      expect(message).toContain(person.account.address);
    }
  });

  it.each([
    "",
    "0x",
    "0x12",
    `0x${"g".repeat(40)}`,
    `${"0".repeat(40)}`,
    `0x${"a".repeat(40)}\n`,
    " 0x52908400098527886E0F7030069857D2E4169EE7",
    "0x52908400098527886e0F7030069857D2E4169EE7",
  ])("refuses %j as an address", async (address) => {
    const { world } = await challenge();

    await expect(world.app.issueChallenge({ address, chainId: 1 })).rejects.toMatchObject({
      code: "bad_request",
      message: "address must be a wallet address: 0x and 40 hex digits",
    });
  });

  it.each([0, -1, 2, 56, 1.5, 2 ** 53 + 1, Number.NaN])("refuses chain %d (B06)", async (chainId) => {
    const { world, person } = await challenge();

    await expect(world.app.issueChallenge({ address: person.wallet, chainId })).rejects.toMatchObject({
      code: "bad_request",
      message: "chainId must be one of 1, 10, 137, 8453, 42161, 84532, 11155111",
    });
  });
});

describe("verifySignIn", () => {
  it("opens a session for the wallet that signed, in lower case", async () => {
    const { world, person, verify } = await challenge();

    const { wallet, sessionToken } = await verify();

    expect(wallet).toBe(person.wallet);
    expect(await world.app.readSession(sessionToken)).toMatchObject({ wallet: person.wallet });
  });

  it("accepts a signature once (B01)", async () => {
    const { verify } = await challenge();
    await verify();

    await expectRefused(verify());
  });

  it("uses the message up at the first try, right or wrong", async () => {
    const { verify } = await challenge();

    await expectRefused(verify({ signature: `0x${"11".repeat(64)}1b` }));
    await expectRefused(verify());
  });

  it("accepts a message only from the browser that asked for it (B03)", async () => {
    const { world, verify } = await challenge();
    const other = await world.app.issueChallenge({ address: createPerson().wallet, chainId: 1 });

    await expectRefused(verify({ preSession: other.preSession }));
    await expectRefused(verify({ preSession: null }));
    await expectRefused(verify({ preSession: "not a token" }));
  });

  it.each([
    ["another domain (B04)", (text: string) => text.replace("localhost:3000 wants", "evil.test wants")],
    ["a look-alike domain (B04)", (text: string) => text.replace("localhost:3000 wants", "localhost:3000.evil wants")],
    ["another URI (B05)", (text: string) => text.replace("URI: http://localhost:3000", "URI: http://localhost:3001")],
    ["another chain (B06)", (text: string) => text.replace("Chain ID: 1", "Chain ID: 10")],
    ["a padded chain (B06)", (text: string) => text.replace("Chain ID: 1", "Chain ID: 01")],
    ["an older time (B08)", (text: string) => text.replace("Issued At: 2026", "Issued At: 2016")],
    ["no expiry (B08)", (text: string) => text.replace(/\nExpiration Time: .*/, "")],
    ["a nonce that was never issued (B10)", (text: string) => text.replace(/Nonce: .*/, `Nonce: ${"0".repeat(32)}`)],
    ["no nonce (B10)", (text: string) => text.replace(/Nonce: .*\n/, "")],
    ["text after the end", (text: string) => `${text}\nResources:\n- https://evil.test`],
    ["a second block of fields", (text: string) => `${text}\n${text}`],
    ["other line ends", (text: string) => text.replaceAll("\n", "\r\n")],
    ["a lower-case address", (text: string) => text.replace(/0x[0-9a-fA-F]{40}/, (address) => address.toLowerCase())],
  ])("refuses the message with %s, even rightly signed", async (_, change) => {
    const { person, message, verify } = await challenge();
    const changed = change(message);
    expect(changed).not.toBe(message);

    await expectRefused(
      verify({ message: changed, signature: await person.account.signMessage({ message: changed }) }),
    );
  });

  it("refuses a message after five minutes", async () => {
    const { world, verify } = await challenge();
    world.advance(301);

    await expectRefused(verify());
  });

  it("refuses another wallet's signature (B13)", async () => {
    const { message, verify } = await challenge();

    await expectRefused(verify({ signature: await createPerson().account.signMessage({ message }) }));
  });

  it.each([
    ["nothing", () => ""],
    ["0x", () => "0x"],
    ["64 bytes", (good: string) => good.slice(0, -2)],
    ["66 bytes", (good: string) => `${good}00`],
    ["no hex", (good: string) => `${good.slice(0, -2)}zz`],
    ["r = 0", (good: string) => `0x${"0".repeat(64)}${good.slice(66)}`],
    ["s = 0", (good: string) => `${good.slice(0, 66)}${"0".repeat(64)}${good.slice(130)}`],
    ["r beyond the curve", (good: string) => `0x${"f".repeat(64)}${good.slice(66)}`],
    ["v = 35", (good: string) => `${good.slice(0, 130)}23`],
    ["v = 2", (good: string) => `${good.slice(0, 130)}02`],
    ["high s, the twin of a valid signature", highTwin],
  ])("refuses a signature of %s, and never fails otherwise (B12)", async (_, change) => {
    const { signature, verify } = await challenge();

    await expectRefused(verify({ signature: change(signature) }));
  });

  it("accepts v as 0 and 1 beside 27 and 28", async () => {
    const { signature, verify } = await challenge();
    const v = Number.parseInt(signature.slice(130), 16) - 27;

    await expect(verify({ signature: `${signature.slice(0, 130)}0${v}` })).resolves.toHaveProperty("wallet");
  });

  it.each(["\0", "\ud800"])("never hands the database a message with %j, which it cannot hold (B26)", async (part) => {
    const { verify, world } = await challenge();
    world.ports.auth.takeChallenge = () => Promise.reject(new Error("invalid byte sequence"));

    await expectRefused(verify({ message: `hello${part}` }));
  });

  it("looks a message of 2,048 bytes up, and none of 2,049", async () => {
    const { verify, world } = await challenge();
    const looked: number[] = [];
    world.ports.auth.takeChallenge = async (_, message) => {
      looked.push(Buffer.byteLength(message));
      return null;
    };

    await expectRefused(verify({ message: "x".repeat(2_049) }));
    await expectRefused(verify({ message: "x".repeat(2_048) }));

    expect(looked).toEqual([2_048]);
  });

  it("never looks a pre-session up, nor ends a session, that no browser of ours can hold", async () => {
    const { verify, world, message, preSession, signature } = await challenge();
    const { takeChallenge, closeSession } = world.ports.auth;
    const asked: string[] = [];
    world.ports.auth.takeChallenge = (hash, text) => {
      asked.push("challenge");
      return takeChallenge(hash, text);
    };
    world.ports.auth.closeSession = (hash) => {
      asked.push("session");
      return closeSession(hash);
    };

    await expectRefused(verify({ preSession: "not a token" }));
    await world.app.verifySignIn({ message, signature, preSession, previousSession: "not a token" });

    expect(asked).toEqual(["challenge"]);
  });

  it("logs the session, its wallet and chain", async () => {
    const { verify, world, person } = await challenge(10);

    const { sessionToken } = await verify();

    const session = await world.app.readSession(sessionToken);
    expect(JSON.parse(world.logged.at(-1) ?? "")).toMatchObject({
      level: "info",
      event: "session.opened",
      sessionId: session?.sessionId,
      wallet: person.wallet,
      chainId: 10,
    });
  });

  it.each([20_000, 2_000_000])("refuses a message of %i bytes without looking at it (B26)", async (size) => {
    const { verify, world } = await challenge();
    world.ports.auth.takeChallenge = () => Promise.reject(new Error("looked up"));
    const before = performance.now();

    await expectRefused(verify({ message: "é".repeat(size / 2) }));

    expect(performance.now() - before).toBeLessThan(50);
  });
});

describe("sessions", () => {
  it("are new at each sign-in and end the one before (B18)", async () => {
    const { app } = createWorld();
    const person = createPerson();
    const first = await signIn(app, person);
    const { message, preSession } = await app.issueChallenge({ address: person.wallet, chainId: 1 });
    const signature = await person.account.signMessage({ message });

    const second = await app.verifySignIn({ message, signature, preSession, previousSession: first.sessionToken });

    expect(second.sessionToken).not.toBe(first.sessionToken);
    expect(await app.readSession(first.sessionToken)).toBeNull();
    expect(await app.readSession(second.sessionToken)).not.toBeNull();
  });

  it("end when the person signs out", async () => {
    const { app } = createWorld();
    const { sessionToken } = await signIn(app);

    await app.endSession(sessionToken);

    expect(await app.readSession(sessionToken)).toBeNull();
  });

  it("end after 30 idle minutes, and after 12 hours whatever happens (B25)", async () => {
    const { app, advance } = createWorld();
    const idle = await signIn(app);
    const busy = await signIn(app);

    advance(29 * 60);
    expect(await app.readSession(busy.sessionToken)).not.toBeNull();
    advance(2 * 60);
    expect(await app.readSession(idle.sessionToken)).toBeNull();
    for (let minutes = 31; minutes < 12 * 60 - 20; minutes += 20) {
      advance(20 * 60);
      expect(await app.readSession(busy.sessionToken)).not.toBeNull();
    }
    advance(20 * 60);
    expect(await app.readSession(busy.sessionToken)).toBeNull();
  });

  it.each([null, "", "guess", "a".repeat(42), `${"a".repeat(42)}%`])("are not opened by %j", async (token) => {
    expect(await createWorld().app.readSession(token)).toBeNull();
  });
});

function highTwin(signature: string): string {
  const s = curveOrder - BigInt(`0x${signature.slice(66, 130)}`);
  const v = signature.endsWith("1b") ? "1c" : "1b";
  return `${signature.slice(0, 66)}${s.toString(16).padStart(64, "0")}${v}`;
}
