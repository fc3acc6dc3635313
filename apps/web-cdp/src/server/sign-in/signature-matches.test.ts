import { expect, it } from "vitest";
import { createPerson } from "#server/testing/memory-world.ts";
import { signatureMatches } from "./signature-matches.ts";

const person = createPerson();
const message = "hello";
const good = await person.account.signMessage({ message });

it("a wallet's own signature matches, in any case of its digits", async () => {
  expect(await signatureMatches(person.wallet, message, good)).toBe(true);
  expect(await signatureMatches(person.wallet, message, `0x${good.slice(2).toUpperCase()}`)).toBe(true);
});

it.each([
  ["another wallet's", createPerson().wallet, message, good],
  ["one of another message", person.wallet, `${message} `, good],
  ["one with a line break behind it", person.wallet, message, `${good}\n`],
  ["one with more bytes", person.wallet, message, `${good}00`],
  ["one with text before it", person.wallet, message, ` ${good}`],
  ["zeros", person.wallet, message, `0x${"0".repeat(128)}1b`],
  ["numbers that are none", person.wallet, message, `0x${"f".repeat(64)}${good.slice(66)}`],
  ["nothing", person.wallet, message, ""],
])("%s does not match", async (_, wallet, text, signature) => {
  expect(await signatureMatches(wallet, text, signature)).toBe(false);
});
