import { createServer } from "node:http";
import { encodeErrorResult, type Hex, serializeErc6492Signature } from "viem";
import { afterEach, describe, expect, it } from "vitest";
import {
  brokenContracts,
  delegatedTo,
  factory,
  lookupContract,
  ownedWallet,
  undeployed,
  yesContract,
} from "#server/testing/contracts.ts";
import { startLocalChain } from "#server/testing/local-chain.ts";
import { createPerson, createWorld } from "#server/testing/memory-world.ts";
import { createContractWallets } from "./contract-wallets.ts";
import { requireConfirmation } from "./require-confirmation.ts";

const wallet: Hex = "0x00000000000000000000000000000000000c0de1";
const delegate: Hex = "0x00000000000000000000000000000000000c0de2";
const owner = createPerson();
const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function chainOf(chainId: number, codes: Readonly<Record<Hex, Hex>> = {}) {
  const chain = await startLocalChain(chainId);
  closers.push(chain.close);
  for (const [address, code] of Object.entries(codes)) await chain.put(address as Hex, code);
  return chain;
}

interface Attempt {
  readonly chainId?: number;
  readonly sign?: (message: string) => Promise<Hex>;
}

/** A product that asks these endpoints, and one attempt to sign in as `address`. */
function signInAt(rpcUrls: Readonly<Record<number, string>>, { acceptUndeployed = false } = {}) {
  const world = createWorld();
  const map = new Map(Object.entries(rpcUrls).map(([chainId, url]) => [Number(chainId), url]));
  const { confirms } = createContractWallets({ rpcUrls: map, acceptUndeployed }, world.ports.log);
  world.ports.contractWallets.confirms = confirms;
  let sessionToken: string | null = null;
  const ownersHand = (message: string) => owner.account.signMessage({ message });
  const attempt = async ({
    address = wallet,
    chainId = 1,
    sign = ownersHand,
  }: Attempt & { readonly address?: Hex }) => {
    const { message, preSession } = await world.app.issueChallenge({ address, chainId });
    const signature = await sign(message);
    return world.app.verifySignIn({ message, signature, preSession, previousSession: null }).then(
      (opened) => {
        sessionToken = opened.sessionToken;
        return opened.wallet;
      },
      (error: unknown) => (error instanceof Error && "status" in error ? error.status : error),
    );
  };
  /** Confirms an act in the session that was opened last. */
  const confirm = async ({ chainId = 1, sign = ownersHand }: Attempt) => {
    const session = await world.app.readSession(sessionToken);
    if (session === null) throw new Error("no session was opened");
    const asked = { act: "connection.delete", object: crypto.randomUUID() } as const;
    const { message } = await world.app.issueConfirmation(session, { ...asked, chainId });
    const signature = await sign(message);
    return requireConfirmation(world.ports, session, { ...asked, message, signature }).then(
      () => "confirmed",
      (error: unknown) => (error instanceof Error && "code" in error ? error.code : error),
    );
  };
  return { world, attempt, confirm };
}

describe("a contract wallet (ERC-1271)", () => {
  it("signs in with what its contract accepts, on the chain of the message", async () => {
    const chain = await chainOf(8453, { [wallet]: ownedWallet(owner.account.address) });

    const { attempt } = signInAt({ 8453: chain.url });

    expect(await attempt({ chainId: 8453 })).toBe(wallet);
    expect([...chain.methods].sort()).toEqual(["eth_call", "eth_chainId", "eth_getCode"]);
  });

  it("does not sign in with a signature that its contract refuses (B16)", async () => {
    const chain = await chainOf(1, { [wallet]: ownedWallet(owner.account.address) });
    const { attempt } = signInAt({ 1: chain.url });

    expect(await attempt({ sign: (message) => createPerson().account.signMessage({ message }) })).toBe(401);
    expect(await attempt({ sign: (message) => owner.account.signMessage({ message: `${message} ` }) })).toBe(401);
  });

  it("counts on its own chain only (B14)", async () => {
    const codes = { [wallet]: ownedWallet(owner.account.address) };
    const [here, there] = [await chainOf(1, codes), await chainOf(10)];
    const { attempt } = signInAt({ 1: here.url, 10: there.url });

    expect(await attempt({ chainId: 10 })).toBe(401);
    expect(await attempt({ chainId: 137 })).toBe(401);
    expect(await attempt({ chainId: 1 })).toBe(wallet);
  });

  it("of another owner, at the same address on another chain, opens no session and confirms nothing (B14)", async () => {
    const stranger = createPerson();
    const here = await chainOf(1, { [wallet]: ownedWallet(owner.account.address) });
    const there = await chainOf(10, { [wallet]: ownedWallet(stranger.account.address) });
    const { attempt, confirm, world } = signInAt({ 1: here.url, 10: there.url });
    const strangers = (message: string) => stranger.account.signMessage({ message });

    expect(await attempt({ chainId: 1 })).toBe(wallet);

    expect(await attempt({ chainId: 10, sign: strangers })).toBe(401);
    expect(world.logged.at(-1)).toContain('"event":"contract_wallet.of_another"');
    expect(await confirm({ chainId: 10, sign: strangers })).toBe("confirmation_required");
    expect(await confirm({ chainId: 1, sign: strangers })).toBe("confirmation_required");
    expect(await attempt({ chainId: 1 })).toBe(wallet);
    expect(await confirm({ chainId: 1 })).toBe("confirmed");
  });

  it("neither signs in to an account that a key has opened, nor confirms there (B14)", async () => {
    const stranger = createPerson();
    const chain = await chainOf(10, { [owner.account.address]: ownedWallet(stranger.account.address) });
    const { attempt, confirm } = signInAt({ 10: chain.url });
    const address = owner.account.address;
    const strangers = (message: string) => stranger.account.signMessage({ message });

    expect(await attempt({ address })).toBe(owner.wallet);

    expect(await attempt({ address, chainId: 10, sign: strangers })).toBe(401);
    expect(await confirm({ chainId: 10, sign: strangers })).toBe("confirmation_required");
    expect(await confirm({ chainId: 10 })).toBe("confirmed");
  });

  it("is not believed of an endpoint that serves another chain (B14)", async () => {
    const chain = await chainOf(1, { [wallet]: ownedWallet(owner.account.address) });

    expect(await signInAt({ 10: chain.url }).attempt({ chainId: 10 })).toBe(401);
  });

  it("does not exist where no endpoint is configured", async () => {
    expect(await signInAt({}).attempt({})).toBe(401);
  });

  it.each(Object.entries(brokenContracts))("%s is refused (B16)", async (_, code) => {
    const chain = await chainOf(1, { [wallet]: code });

    expect(await signInAt({ 1: chain.url }).attempt({})).toBe(401);
  });

  it("cannot make the server fetch an address of its choice", async () => {
    const visits: string[] = [];
    const sentinel = createServer((request, response) => {
      visits.push(request.url ?? "");
      response.end("{}");
    });
    await new Promise<void>((resolve) => sentinel.listen(0, "127.0.0.1", resolve));
    closers.push(() => new Promise((resolve) => sentinel.close(() => resolve())));
    const address = sentinel.address();
    const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/{sender}/{data}`;
    const revertData = encodeErrorResult({ abi: offchainLookupAbi, args: [wallet, [url], "0x01", "0x02030405", "0x"] });
    const chain = await chainOf(1, { [wallet]: lookupContract(revertData) });

    expect(await signInAt({ 1: chain.url }).attempt({})).toBe(401);
    expect(visits).toEqual([]);
  });

  it("may sign with 4,096 bytes", async () => {
    const chain = await chainOf(1, { [wallet]: yesContract });

    expect(await signInAt({ 1: chain.url }).attempt({ sign: async () => `0x${"11".repeat(4_096)}` })).toBe(wallet);
  });

  it.each([
    ["a signature with text before it", { signature: "x0x11" }],
    ["a wallet with text before it", { wallet: `x${wallet}` }],
    ["a wallet of 21 bytes", { wallet: `${wallet}00` }],
  ])("is not asked about %s", async (_, change) => {
    const chain = await chainOf(1, { [wallet]: yesContract });
    const settings = { rpcUrls: new Map([[1, chain.url]]), acceptUndeployed: false };
    const { confirms } = createContractWallets(settings, createWorld().ports.log);
    const claim = { wallet, chainId: 1, message: "hello", signature: "0x11" };

    expect(await confirms({ ...claim, ...change })).toBe(false);
    expect([...chain.methods]).toEqual([]);
    expect(await confirms(claim)).toBe(true);
  });

  it("that cannot be asked is logged by the kind of failure and its chain, and nothing else", async () => {
    const chain = await chainOf(1);
    const { attempt, world } = signInAt({ 10: chain.url });

    expect(await attempt({ chainId: 10 })).toBe(401);

    const lines = world.logged.map((line) => JSON.parse(line));
    expect(lines.filter(({ event }) => event === "contract_wallet.not_asked")).toEqual([
      {
        level: "warn",
        time: expect.any(String),
        service: "web-cdp",
        event: "contract_wallet.not_asked",
        chainId: 10,
        reason: "WrongChainError",
      },
    ]);
  });

  it("that is no contract yet is not called", async () => {
    const chain = await chainOf(1);

    expect(await signInAt({ 1: chain.url }).attempt({})).toBe(401);
    expect([...chain.methods].sort()).toEqual(["eth_chainId", "eth_getCode"]);
  });

  it.each([
    ["no hex", "0xzz"],
    ["half a byte", "0x123"],
    ["nothing", "0x"],
    ["4,097 bytes", `0x${"11".repeat(4_097)}`],
  ] as const)("is not asked about a signature of %s", async (_, signature) => {
    const chain = await chainOf(1, { [wallet]: yesContract });

    expect(await signInAt({ 1: chain.url }).attempt({ sign: async () => signature })).toBe(401);
    expect([...chain.methods]).toEqual([]);
  });
});

describe("an account with a key and lent code (EIP-7702, B17)", () => {
  it("signs in with its key, without the chain being asked", async () => {
    const chain = await chainOf(1, { [owner.account.address]: delegatedTo(delegate), [delegate]: yesContract });

    expect(await signInAt({ 1: chain.url }).attempt({ address: owner.account.address })).toBe(owner.wallet);
    expect([...chain.methods]).toEqual([]);
  });

  it("does not sign in by what the lent code says", async () => {
    const chain = await chainOf(1, { [wallet]: delegatedTo(delegate), [delegate]: yesContract });

    expect(await signInAt({ 1: chain.url }).attempt({})).toBe(401);
  });
});

describe("a contract wallet that is not deployed yet (ERC-6492, B15)", () => {
  const { address, factoryCall } = undeployed(ownedWallet(owner.account.address));
  const wrapped = (signer: typeof owner, call: Hex) => async (message: string) =>
    serializeErc6492Signature({
      address: factory.address,
      data: call,
      signature: await signer.account.signMessage({ message }),
    });

  it("signs in when that is enabled and the chain proves it, and stays undeployed", async () => {
    const chain = await chainOf(1, { [factory.address]: factory.code });
    const { attempt } = signInAt({ 1: chain.url }, { acceptUndeployed: true });

    expect(await attempt({ address, sign: wrapped(owner, factoryCall) })).toBe(address.toLowerCase());
    expect([...chain.methods].sort()).toEqual(["eth_call", "eth_chainId", "eth_getCode"]);
  });

  it.each([
    ["a word", `0x${"0".repeat(63)}1`, address.toLowerCase()],
    ["another word", `0x${"0".repeat(63)}2`, 401],
    ["another byte", "0x02", 401],
    ["nothing", "0x", 401],
  ])("is judged by the validator's one byte, also when a node hands out %s", async (_, answered, expected) => {
    const chain = await chainOf(1, { [factory.address]: factory.code });
    chain.misbehave(async (response, honest) => {
      response.end((await honest()).replace('"0x01"', JSON.stringify(answered)));
    });
    const { attempt } = signInAt({ 1: chain.url }, { acceptUndeployed: true });

    expect(await attempt({ address, sign: wrapped(owner, factoryCall) })).toBe(expected);
  });

  it.each([
    ["when it is not enabled", address, wrapped(owner, factoryCall), false],
    ["of another owner", address, wrapped(createPerson(), factoryCall), true],
    ["at another address", wallet, wrapped(owner, factoryCall), true],
    ["that its factory does not make", address, wrapped(owner, "0x1234"), true],
    ["without its factory", address, (message: string) => owner.account.signMessage({ message }), true],
  ])("is refused %s", async (_, at, sign, acceptUndeployed) => {
    const chain = await chainOf(1, { [factory.address]: factory.code });

    expect(await signInAt({ 1: chain.url }, { acceptUndeployed }).attempt({ address: at, sign })).toBe(401);
  });
});

describe("an endpoint (B15)", () => {
  it.each([
    ["answers 500", async (response) => void response.writeHead(500).end("{}")],
    ["answers no JSON", async (response) => void response.end("<html>")],
    ["answers a number", async (response) => void response.end('{"jsonrpc":"2.0","id":1,"result":1}')],
    ["closes the connection", async (response) => void response.destroy()],
    ["sends us elsewhere", async (response) => void response.writeHead(307, { location: "http://127.0.0.1:1/" }).end()],
  ] as const satisfies readonly (readonly [string, Misbehaviour])[])("that %s proves nothing", async (_, how) => {
    const chain = await chainOf(1, { [wallet]: yesContract });
    chain.misbehave(how);

    expect(await signInAt({ 1: chain.url }).attempt({})).toBe(401);
  });

  it("that answers without an end is left long before it has sent 8 MB", async () => {
    const chain = await chainOf(1, { [wallet]: yesContract });
    let sent = 0;
    chain.misbehave(async (response) => {
      response.write('{"jsonrpc":"2.0","id":1,"result":"0x');
      const more = () => {
        do sent += part.length;
        while (!response.destroyed && response.write(part));
        response.once("drain", more);
      };
      more();
    });

    expect(await signInAt({ 1: chain.url }).attempt({})).toBe(401);

    expect(sent).toBeLessThan(8 * 1024 * 1024);
  }, 10_000);

  it("that does not answer is waited for less than five seconds, and its address is not logged", async () => {
    const chain = await chainOf(1, { [wallet]: yesContract });
    chain.misbehave(() => new Promise(() => undefined));
    const { attempt, world } = signInAt({ 1: `${chain.url}/canary-key` });
    const before = performance.now();

    expect(await attempt({})).toBe(401);

    expect(performance.now() - before).toBeLessThan(5_000);
    expect(world.logged.join()).toContain("contract_wallet.not_asked");
    expect(world.logged.join()).not.toContain("canary-key");
  }, 10_000);
});

type Misbehaviour = Parameters<Awaited<ReturnType<typeof startLocalChain>>["misbehave"]>[0];

const part = "00".repeat(32_768);

const offchainLookupAbi = [
  {
    name: "OffchainLookup",
    type: "error",
    inputs: [
      { name: "sender", type: "address" },
      { name: "urls", type: "string[]" },
      { name: "callData", type: "bytes" },
      { name: "callbackFunction", type: "bytes4" },
      { name: "extraData", type: "bytes" },
    ],
  },
] as const;
