import { describe, expect, it } from "vitest";
import { decrypt, encrypt, nonceBytes } from "./aead.ts";
import wycheproof from "./fixtures/wycheproof-aes-256-gcm.json" with { type: "json" };

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, "hex"));
const hex = (part: Uint8Array) => Buffer.from(part).toString("hex");

function attempt(act: () => Uint8Array): string {
  try {
    return hex(act());
  } catch {
    return "refused";
  }
}

describe("AES-256-GCM, by Wycheproof's vectors (C10)", () => {
  const groups = wycheproof.groups.map((group) => ({ ...group, isOurs: group.ivSize === nonceBytes * 8 }));

  for (const { ivSize, isOurs, tests } of groups) {
    it(`${isOurs ? "agrees with" : "refuses"} all ${tests.length} of a nonce of ${ivSize} bits`, () => {
      for (const { tcId, key, iv, aad, msg, ct, tag, result } of tests) {
        const under = { key: bytes(key), nonce: bytes(iv), associated: bytes(aad) };

        const opened = attempt(() => decrypt({ ciphertext: bytes(ct), tag: bytes(tag) }, under));
        const made = attempt(() => encrypt(bytes(msg), under).tag);

        const isValid = isOurs && result === "valid";
        expect({ tcId, opened }).toEqual({ tcId, opened: isValid ? msg : "refused" });
        if (isValid)
          expect({ tcId, made, ct: hex(encrypt(bytes(msg), under).ciphertext) }).toEqual({ tcId, made: tag, ct });
        if (!isOurs) expect({ tcId, made }).toEqual({ tcId, made: "refused" });
      }
    });
  }

  it("is judged by 66 vectors of our sizes", () => {
    expect(groups.find(({ isOurs }) => isOurs)?.tests).toHaveLength(66);
  });
});

describe("AES-256-GCM", () => {
  const under = { key: new Uint8Array(32).fill(7), nonce: new Uint8Array(12), associated: new Uint8Array() };
  const wrongKey = { ...under, key: new Uint8Array(16) };
  const wrongNonce = { ...under, nonce: new Uint8Array(16) };

  it.each([15, 13, 12, 8, 4, 1, 0])("refuses a tag of %i bytes, as far as it is right (C03)", (length) => {
    const { ciphertext, tag } = encrypt(bytes("00ff"), under);

    expect(() => decrypt({ ciphertext, tag: tag.subarray(0, length) }, under)).toThrow();
  });

  it("says which size is wrong, when it opens too", () => {
    const sealed = encrypt(bytes("00ff"), under);

    expect(() => decrypt({ ...sealed, tag: sealed.tag.subarray(1) }, under)).toThrow("a tag has 16 bytes");
    for (const act of [() => encrypt(bytes("00"), wrongKey), () => decrypt(sealed, wrongKey)]) {
      expect(act).toThrow("a key has 32 bytes");
    }
    for (const act of [() => encrypt(bytes("00"), wrongNonce), () => decrypt(sealed, wrongNonce)]) {
      expect(act).toThrow("a nonce has 12 bytes");
    }
  });

  it.each([16, 24, 31, 33])("refuses a key of %i bytes", (length) => {
    expect(() => encrypt(bytes("00"), { ...under, key: new Uint8Array(length) })).toThrow(RangeError);
  });
});
