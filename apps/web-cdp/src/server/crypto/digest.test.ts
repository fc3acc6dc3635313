import { expect, it } from "vitest";
import { createDigest } from "./digest.ts";

const purposes = ["session", "pre_session", "nonce", "state", "browser", "code", "address"] as const;

it("is the HMAC-SHA-256 of purpose, zero byte and value under the secret, as an answer computed apart", () => {
  // printf 'session\0value' | openssl dgst -sha256 -hmac secret -binary | basenc --base64url | tr -d =
  expect(createDigest("secret")("session", "value")).toBe("573f8O4UVK9ayaZCzMrB2S_xwPUTIO6oAiCKE3bhJwg");
});

it("of one value differs by purpose and by secret, and never runs purpose and value together", () => {
  const digests = purposes.map((purpose) => createDigest("secret")(purpose, "value"));

  expect(new Set([...digests, createDigest("other")("session", "value")]).size).toBe(purposes.length + 1);
  expect(createDigest("secret")("session", "\0value")).not.toBe(digests[0]);
});
