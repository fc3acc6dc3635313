import "server-only";
import { type SignedRevocationList, signRevocations } from "@lendfriend/score-proof";
import type { Ports } from "#server/ports.ts";

type Needs = Pick<Ports, "now" | "origin" | "scoreSigner" | "signedScores">;

/** A list that is still the same is not signed again for so long: its hash takes time that everybody else waits for. */
const reuseSeconds = 5;

export interface RevocationPublisher {
  /** The list of revoked scores as it is now, signed: whoever saved a copy can tell how old it is, to a few seconds. */
  publish(): Promise<SignedRevocationList>;
  /** What was made or read before does not know of a score that was made or revoked since. */
  forget(): void;
}

/** One for each process. */
export function createRevocationPublisher({ now, origin, scoreSigner, signedScores }: Needs): RevocationPublisher {
  let newest: SignedRevocationList | null = null;
  let underWay: Promise<SignedRevocationList> | null = null;

  async function makeList(): Promise<SignedRevocationList> {
    const known = newest;
    const madeAt = Math.floor(now().getTime() / 1_000);
    const revoked = await signedScores.listRevoked();
    const isSame = known !== null && JSON.stringify(known.list.revoked) === JSON.stringify(revoked);
    if (isSame && madeAt - known.list.madeAt <= reuseSeconds) return known;
    return signRevocations({ issuer: origin, madeAt, revoked: [...revoked] }, scoreSigner.account);
  }

  function begin(): Promise<SignedRevocationList> {
    const making = makeList()
      .then((list) => {
        if (underWay === making) newest = list;
        return list;
      })
      .finally(() => {
        if (underWay === making) underWay = null;
      });
    return making;
  }

  return {
    publish() {
      underWay ??= begin();
      return underWay;
    },
    forget() {
      newest = null;
      underWay = null;
    },
  };
}
