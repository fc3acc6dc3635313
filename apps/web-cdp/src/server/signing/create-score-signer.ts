import "server-only";
import { privateKeyToAccount } from "viem/accounts";
import { type Env, EnvError } from "#server/env.ts";
import type { ScoreSigning } from "#server/ports.ts";

/** The key that scores are signed with, and every address that counts. Throws `EnvError` when there is no key. */
export function createScoreSigner({ scoreSigning }: Pick<Env, "scoreSigning">): ScoreSigning {
  if (scoreSigning === null) throw new EnvError(["SCORE_SIGNING_KEY is missing; the app signs scores with it"]);
  const account = privateKeyToAccount(scoreSigning.privateKey);
  const current: `0x${string}` = `0x${account.address.slice(2).toLowerCase()}`;
  return { account, signers: [current, ...scoreSigning.retired.filter((address) => address !== current)] };
}
