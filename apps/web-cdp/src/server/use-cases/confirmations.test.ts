import { describe, expect, it } from "vitest";
import type { Act } from "#server/contract.ts";
import { createPerson, createWorld, endConnection, signIn, startConsent } from "#server/testing/memory-world.ts";

async function connected() {
  const world = createWorld();
  const owner = await signIn(world.app);
  const { state, browser } = await startConsent(world.app, owner);
  const made = await world.app.completeConnection(owner.session, { code: state, state, error: null, browser });
  if (made.outcome !== "connected") throw new Error(`not connected: ${made.code}`);
  const id = made.connectionId;
  const ask = async (act: Exclude<Act, "account.delete"> = "connection.delete", object = id, who = owner) => {
    const { message } = await world.app.issueConfirmation(who.session, { act, object, chainId: 1 });
    return { message, signature: await who.account.signMessage({ message }) };
  };
  const attempt = (signed: { message: string; signature: string }, what: "keep" | "delete" = "delete") =>
    world.app.disconnectConnection(owner.session, id, what, signed).then(
      () => "done",
      (error: unknown) => (error instanceof Error && "code" in error ? error.code : error),
    );
  return { world, owner, id, ask, attempt };
}

describe("issueConfirmation", () => {
  it("writes a message that names the act, the object and the configured origin", async () => {
    const { world, owner, id } = await connected();

    const { message } = await world.app.issueConfirmation(owner.session, {
      act: "connection.delete",
      object: id.toUpperCase(),
      chainId: 8453,
    });

    expect(message.split("\n")).toEqual([
      "localhost:3000 wants you to sign in with your Ethereum account:",
      owner.account.address,
      "",
      "Disconnect this business account from LendFriend and delete everything it imported. This cannot be undone.",
      "",
      "URI: http://localhost:3000",
      "Version: 1",
      "Chain ID: 8453",
      expect.stringMatching(/^Nonce: [0-9a-f]{32}$/),
      "Issued At: 2026-11-20T12:00:00.000Z",
      "Expiration Time: 2026-11-20T12:05:00.000Z",
      "Resources:",
      `- urn:uuid:${id}`,
    ]);
  });

  it.each([
    ["connection.disconnect", "Disconnect this business account from LendFriend and keep what it imported."],
    ["account.delete", "Delete this LendFriend account and everything it holds. This cannot be undone."],
  ] as const)("says what signing for %s does", async (act, statement) => {
    const { world, owner, id } = await connected();
    const asked = act === "account.delete" ? { act } : { act, object: id };

    const { message } = await world.app.issueConfirmation(owner.session, { ...asked, chainId: 1 });

    expect(message.split("\n")[3]).toBe(statement);
    expect(message).toContain(`- urn:uuid:${act === "account.delete" ? owner.session.accountId : id}`);
  });

  it.each([
    [{ object: "not-an-id", chainId: 1 }, "object must be an id"],
    [{ object: "0d2a1f0e-9f4c-4b53-8a63-3a4a1f7f0c11\nResources", chainId: 1 }, "object must be an id"],
    [
      { object: "0d2a1f0e-9f4c-4b53-8a63-3a4a1f7f0c11", chainId: 2 },
      expect.stringContaining("chainId must be one of "),
    ],
  ])("refuses %j", async (given, message) => {
    const { world, owner } = await connected();

    await expect(
      world.app.issueConfirmation(owner.session, { act: "connection.delete", ...given }),
    ).rejects.toMatchObject({ code: "bad_request", message });
  });
});

describe("ending a connection", () => {
  it("needs a fresh signature of the wallet: a session alone ends nothing (ASVS 7.5.3)", async () => {
    const { world, owner, id, attempt } = await connected();
    const { message, preSession } = await world.app.issueChallenge({ address: owner.wallet, chainId: 1 });
    const signature = await owner.account.signMessage({ message });

    expect(await attempt({ message: "", signature: "0x" })).toBe("confirmation_required");
    expect(await attempt({ message, signature })).toBe("confirmation_required");
    expect(preSession).not.toBe("");
    expect(await world.app.getConnection(owner.session, id)).toMatchObject({ status: "importing" });
  });

  it("takes a signature once", async () => {
    const { ask, attempt } = await connected();
    const signed = await ask("connection.disconnect");

    expect(await attempt(signed, "keep")).toBe("done");
    expect(await attempt(signed, "keep")).toBe("confirmation_required");
  });

  it("uses a message up at the first try, right or wrong", async () => {
    const { ask, attempt } = await connected();
    const signed = await ask();

    expect(await attempt({ ...signed, signature: `0x${"11".repeat(64)}1b` })).toBe("confirmation_required");
    expect(await attempt(signed)).toBe("confirmation_required");
  });

  it("takes no signature for another act, another connection, or by another wallet", async () => {
    const { world, ask, attempt } = await connected();
    const other = await signIn(world.app);
    const { message } = await ask();

    expect(await attempt(await ask("connection.disconnect"), "delete")).toBe("confirmation_required");
    expect(await attempt(await ask("connection.delete"), "keep")).toBe("confirmation_required");
    expect(await attempt(await ask("connection.delete", crypto.randomUUID()))).toBe("confirmation_required");
    expect(await attempt({ message, signature: await createPerson().account.signMessage({ message }) })).toBe(
      "confirmation_required",
    );
    expect(await attempt(await ask("connection.delete", undefined, other))).toBe("confirmation_required");
    expect(await attempt(await ask())).toBe("done");
  });

  it("takes no signature of another session of the same wallet, and none after five minutes", async () => {
    const { world, owner, id, ask, attempt } = await connected();
    const elsewhere = await signIn(world.app, owner);
    const late = await ask();

    expect(await attempt(await ask("connection.delete", id, elsewhere))).toBe("confirmation_required");
    world.advance(301);
    expect(await attempt(late)).toBe("confirmation_required");
  });

  it("looks a message of 2,048 bytes up, and none of 2,049", async () => {
    const { world, attempt } = await connected();
    const looked: number[] = [];
    world.ports.auth.takeConfirmation = async ({ message }) => {
      looked.push(Buffer.byteLength(message));
      return null;
    };

    for (const bytes of [2_049, 2_048]) {
      expect(await attempt({ message: "x".repeat(bytes), signature: "0x" })).toBe("confirmation_required");
    }

    expect(looked).toEqual([2_048]);
  });

  it("is on record with what became of the data", async () => {
    const { world, owner, id, ask, attempt } = await connected();

    await attempt(await ask("connection.disconnect"), "keep");

    const lines = world.logged.map((line) => JSON.parse(line));
    expect(lines.filter(({ event }) => event === "connection.ended")).toMatchObject([
      { level: "info", connectionId: id, keepOrDelete: "keep", wallet: owner.wallet },
    ]);
  });

  it("finds no connection by what is no id, nor one that is gone, and looks the first not up", async () => {
    const { world, owner, id, ask } = await connected();
    const gone = { code: "not_found", message: "There is no such connection." };
    await endConnection(world.app, owner, id, "delete");
    const signed = await ask("connection.delete");

    await expect(world.app.disconnectConnection(owner.session, id, "delete", signed)).rejects.toMatchObject(gone);
    world.ports.auth.takeConfirmation = () => Promise.reject(new Error("looked up"));
    await expect(world.app.disconnectConnection(owner.session, "1", "delete", signed)).rejects.toMatchObject(gone);
  });

  it("says the same words for every reason", async () => {
    const { world, owner, id } = await connected();

    await expect(
      world.app.disconnectConnection(owner.session, id, "keep", { message: "", signature: "0x" }),
    ).rejects.toThrow("Confirm this with a signature of your wallet: ask for a new message and sign it.");
  });

  it.each(["\0", "\ud800", "é".repeat(2_000)])("never hands the database %j", async (part) => {
    const { world, attempt } = await connected();
    world.ports.auth.takeConfirmation = () => Promise.reject(new Error("looked up"));

    expect(await attempt({ message: part, signature: "0x" })).toBe("confirmation_required");
  });

  it("asks the chain for a contract wallet, as signing in does", async () => {
    const { world, owner, id, ask, attempt } = await connected();
    const { message } = await ask();
    const asked: unknown[] = [];
    const { takeConfirmation } = world.ports.auth;
    world.ports.auth.takeConfirmation = async (key) => {
      const taken = await takeConfirmation(key);
      return taken === null ? null : { ...taken, provedBy: "eip155:1" };
    };
    world.ports.contractWallets.confirms = async (claim) => {
      asked.push(claim);
      return true;
    };

    expect(await attempt({ message, signature: "0xc0de" })).toBe("done");
    expect(asked).toEqual([{ wallet: owner.wallet, chainId: 1, message, signature: "0xc0de" }]);
    await expect(endConnection(world.app, owner, id, "delete")).rejects.toMatchObject({ code: "not_found" });
  });
});
