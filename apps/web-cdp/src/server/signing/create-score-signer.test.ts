import { privateKeyToAccount } from "viem/accounts";
import { expect, it } from "vitest";
import { createScoreSigner } from "./create-score-signer.ts";

const privateKey = `0x${"5e".repeat(32)}` as const;
const present = `0x${privateKeyToAccount(privateKey).address.slice(2).toLowerCase()}` as const;
const earlier = `0x${"ab".repeat(20)}` as const;

it("signs with the configured key, and counts it first, then each retired address once, in lower case", () => {
  const { account, signers } = createScoreSigner({ scoreSigning: { privateKey, retired: [earlier, present] } });

  expect(account.address.toLowerCase()).toBe(present);
  expect(signers).toEqual([present, earlier]);
});

it("names the setting that is missing when there is no key", () => {
  expect(() => createScoreSigner({ scoreSigning: null })).toThrow(
    "SCORE_SIGNING_KEY is missing; the app signs scores with it",
  );
});
