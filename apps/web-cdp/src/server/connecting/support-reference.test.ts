import { expect, it } from "vitest";
import { supportReference } from "./support-reference.ts";

const ofByte = (byte: number) => supportReference((count) => new Uint8Array(count).fill(byte));

it("is made of digits and letters that nobody mistakes for each other, each as likely", () => {
  const characters = Array.from({ length: 256 }, (_, byte) => ofByte(byte).at(-1)).join("");

  expect(characters).toBe("0123456789ABCDEFGHJKMNPQRSTVWXYZ".repeat(8));
});

it("has eight of them, one for each random byte", () => {
  expect(supportReference((count) => new Uint8Array(count).map((_, at) => at + 16))).toBe("LF-GHJKMNPQ");
});
