import { expect, it } from "vitest";
import { walletFrom, walletInput } from "./wallet.ts";

const wallet = "0x52908400098527886e0f7030069857d2e4169ee7";

it.each([[wallet], ["0x52908400098527886E0F7030069857D2E4169EE7"], [`0x${wallet.slice(2).toUpperCase()}`]])(
  "%s is kept in lower case",
  (text) => {
    expect(walletFrom(text)).toBe(wallet);
    expect(walletInput.parse(text)).toBe(wallet);
  },
);

it("an address with a mixed-case checksum is kept in lower case", () => {
  expect(walletFrom("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")).toBe("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed");
});

it.each([
  ["a wrong checksum", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD"],
  ["no prefix", wallet.slice(2)],
  ["a prefix in upper case", wallet.replace("0x", "0X")],
  ["39 digits", wallet.slice(0, -1)],
  ["41 digits", `${wallet}0`],
  ["a line break", `${wallet}\n`],
  ["text before it", ` ${wallet}`],
  ["no hex", `0x${"g".repeat(40)}`],
  ["nothing", ""],
])("%s makes no wallet", (_, text) => {
  expect(walletFrom(text)).toBeNull();
  expect(walletInput.safeParse(text).error?.issues).toMatchObject([{ message: "must be a wallet address" }]);
});
