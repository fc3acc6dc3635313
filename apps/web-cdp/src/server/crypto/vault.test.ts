import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createVault, type TokenContext, VaultError } from "./vault.ts";

const context: TokenContext = { connectionId: "6f9f2c7e-1111-4222-8333-944455556666", field: "access", epoch: 3 };
const token = "TTP_canary-access-token-0123456789";

function newKey(kid: string) {
  return { kid, key: new Uint8Array(randomBytes(32)) };
}

describe("vault", () => {
  it("opens what it sealed, also when empty or beyond ASCII", () => {
    const vault = createVault([newKey("k1")]);

    for (const text of [token, "", "é漢字🙂", "x".repeat(4096)]) {
      expect(vault.open(vault.seal(text, context), context)).toBe(text);
    }
  });

  it.each([
    [
      "access",
      3,
      "v1.k1.CAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg.CQkJCQkJCQkJCQkJ.896FKDsIerGE6LdOSg.dfrpoy8jE7bmd9QyDww1gQ",
    ],
    [
      "refresh",
      12,
      "v1.k1.CAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg.CQkJCQkJCQkJCQkJ.kTXvMYbsbZElpGiihsg.V9Ce0y9joowZgARzcmNPYg",
    ],
  ] as const)("opens an %s token that another program sealed by the same description", (field, epoch, sealed) => {
    const vault = createVault([{ kid: "k1", key: new Uint8Array(32).fill(7) }]);

    expect(vault.open(sealed, { ...context, field, epoch })).toBe(`TTP_${field}-é`);
  });

  it("writes version, key id, 32-byte salt, 12-byte nonce, ciphertext and 16-byte tag", () => {
    const parts = createVault([newKey("k1")])
      .seal(token, context)
      .split(".");

    expect(parts.slice(0, 2)).toEqual(["v1", "k1"]);
    expect(parts.slice(2).map((part) => Buffer.from(part, "base64url").length)).toEqual([32, 12, token.length, 16]);
  });

  it("never writes the same text twice (C01)", () => {
    const vault = createVault([newKey("k1")]);
    const sealed = Array.from({ length: 2_000 }, () => vault.seal(token, context).split("."));

    for (const position of [2, 3, 4, 5]) expect(new Set(sealed.map((parts) => parts[position])).size).toBe(2_000);
  });

  it("rejects every flipped bit and every dropped character with one and the same error (C02)", () => {
    const vault = createVault([newKey("k1")]);
    const sealed = vault.seal(token, context);
    const altered = [];
    for (let at = 0; at < sealed.length; at++) {
      altered.push(sealed.slice(0, at) + sealed.slice(at + 1));
      for (let bit = 0; bit < 8; bit++) {
        const flipped = String.fromCharCode(sealed.charCodeAt(at) ^ (1 << bit));
        altered.push(sealed.slice(0, at) + flipped + sealed.slice(at + 1));
      }
    }

    const messages = new Set(altered.map((text) => failureOf(() => vault.open(text, context))));

    expect([...messages]).toEqual([new VaultError().message]);
  });

  it.each([15, 13, 12, 8, 4, 1, 0])("rejects a tag cut to %i bytes (C03)", (length) => {
    const vault = createVault([newKey("k1")]);
    const parts = vault.seal(token, context).split(".");
    const tag = Buffer.from(parts[5] ?? "", "base64url").subarray(0, length);

    expect(() => vault.open([...parts.slice(0, 5), tag.toString("base64url")].join("."), context)).toThrow(VaultError);
  });

  it.each([
    ["the other field", { ...context, field: "refresh" as const }],
    ["another connection", { ...context, connectionId: "6f9f2c7e-1111-4222-8333-944455556667" }],
    ["an older epoch", { ...context, epoch: 2 }],
    ["a context that runs together differently", { ...context, connectionId: `${context.connectionId}|6:access` }],
  ])("does not open under %s (C04)", (_, other) => {
    const vault = createVault([newKey("k1")]);

    expect(() => vault.open(vault.seal(token, context), other)).toThrow(VaultError);
  });

  it.each(["", "v0.k1.a.b.c.d", token, "v1.unknown.a.b.c.d", "null"])(
    "never takes %j for a plain token (C06)",
    (text) => {
      expect(() => createVault([newKey("k1")]).open(text, context)).toThrow(VaultError);
    },
  );

  it("keeps opening under older keys after a new one became primary", () => {
    const [older, newer] = [newKey("k1"), newKey("k2")];
    const sealed = createVault([older]).seal(token, context);
    const rotated = createVault([newer, older]);

    expect(rotated.open(sealed, context)).toBe(token);
    expect(rotated.needsReseal(sealed)).toBe(true);
    expect(rotated.needsReseal(rotated.seal(token, context))).toBe(false);
    expect(() => createVault([newer]).open(sealed, context)).toThrow(VaultError);
  });

  it("does not open under another key of the same id", () => {
    const sealed = createVault([newKey("k1")]).seal(token, context);

    expect(() => createVault([newKey("k1")]).open(sealed, context)).toThrow(VaultError);
  });

  it("carries neither token nor cause in its error (C11)", () => {
    const vault = createVault([newKey("k1")]);
    const sealed = vault.seal(token, context);

    try {
      vault.open(`${sealed}x`, context);
      expect.unreachable();
    } catch (error) {
      expect(String(error)).not.toContain(sealed.slice(10, 40));
      expect(error).not.toHaveProperty("cause");
    }
  });

  it("refuses to exist without a 32-byte key", () => {
    expect(() => createVault([])).toThrow(new RangeError("a vault needs at least one key"));
    for (const keys of [
      [{ kid: "k1", key: new Uint8Array(31) }],
      [newKey("k1"), { kid: "k2", key: new Uint8Array(33) }],
    ]) {
      expect(() => createVault(keys)).toThrow(new RangeError("every vault key must have 32 bytes"));
    }
  });

  it("tells what to check, by an error of its own name", () => {
    expect(new VaultError()).toMatchObject({
      name: "VaultError",
      message:
        "a stored token could not be opened; check that TOKEN_ENCRYPTION_KEYS still holds the key it was sealed with",
    });
  });

  it.each([
    ["a part too many", (parts: readonly string[]) => [...parts, ""]],
    ["a part too few", (parts: readonly string[]) => parts.slice(0, -1)],
    ["only version and key id", (parts: readonly string[]) => parts.slice(0, 2)],
    ["another version", (parts: readonly string[]) => ["v2", ...parts.slice(1)]],
    ["a salt of 31 bytes", (parts: readonly string[]) => parts.with(2, part(31))],
    ["a nonce of 16 bytes", (parts: readonly string[]) => parts.with(3, part(16))],
    ["a tag of 15 bytes", (parts: readonly string[]) => parts.with(5, part(15))],
    ["a ciphertext in another alphabet", (parts: readonly string[]) => parts.with(4, "++//")],
  ])("judges %s before any key is tried", (_, change) => {
    const vault = createVault([newKey("k1")]);
    const altered = change(vault.seal(token, context).split(".")).join(".");

    expect(() => vault.needsReseal(altered)).toThrow(VaultError);
    expect(() => vault.open(altered, context)).toThrow(VaultError);
  });
});

function part(byteCount: number): string {
  return Buffer.alloc(byteCount).toString("base64url");
}

function failureOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof VaultError) return error.message;
    return `wrong type: ${String(error)}`;
  }
  return "opened";
}
