"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import {
  type Challenge,
  describeSignInFailure,
  isStale,
  requestChallenge,
  type SignInFailure,
  verifySignature,
} from "#lib/wallet/sign-in.ts";
import type { Signer } from "#lib/wallet/signer.ts";
import { rememberWallet } from "#lib/wallet/used-wallet.ts";

export type SignInStep =
  | { readonly step: "choose" }
  | { readonly step: "connecting"; readonly signer: Signer }
  | { readonly step: "ready"; readonly signer: Signer; readonly challenge: Challenge; readonly chainId: number }
  | { readonly step: "signing"; readonly signer: Signer }
  | { readonly step: "verifying"; readonly signer: Signer }
  | { readonly step: "done" };

/**
 * Drives wallet → challenge → signature → session. The challenge is fetched before the tap that signs: a phone opens the
 * wallet only straight out of a tap, never after waiting for a server.
 */
export function useSignIn(next: string | null) {
  const router = useRouter();
  const [state, setState] = useState<SignInStep>({ step: "choose" });
  const [failure, setFailure] = useState<SignInFailure | null>(null);
  const attempt = useRef(0);

  async function choose(signer: Signer) {
    const mine = ++attempt.current;
    setFailure(null);
    setState({ step: "connecting", signer });
    try {
      const { address, chainId } = await signer.connect();
      const challenge = await requestChallenge(address, chainId);
      if (mine !== attempt.current) return;
      setState({ step: "ready", signer, challenge, chainId });
      if (signer.signsAtOnce) await sign(signer, challenge, chainId);
    } catch (error) {
      if (mine === attempt.current) fail(error, { step: "choose" });
    }
  }

  async function sign(signer: Signer, offered: Challenge, chainId: number) {
    const mine = attempt.current;
    setFailure(null);
    setState({ step: "signing", signer });
    let challenge = offered;
    try {
      if (isStale(offered)) challenge = await requestChallenge(offered.address, chainId);
      const signature = await signer.sign(challenge.message);
      if (mine !== attempt.current) return;
      setState({ step: "verifying", signer });
      await verifySignature(challenge.message, signature);
    } catch (error) {
      if (mine === attempt.current) await offerAgain(error, signer, challenge, chainId);
      return;
    }
    rememberWallet(signer.id);
    setState({ step: "done" });
    if (next) router.push(next);
    router.refresh();
  }

  /** A cancelled signature leaves its challenge good; anything else needs a fresh one, since the server forgets used ones. */
  async function offerAgain(error: unknown, signer: Signer, challenge: Challenge, chainId: number) {
    if (describeSignInFailure(error).tone === "neutral")
      return fail(error, { step: "ready", signer, challenge, chainId });
    fail(error, { step: "choose" });
  }

  function fail(error: unknown, back: SignInStep) {
    setFailure(describeSignInFailure(error));
    setState(back);
  }

  function startOver() {
    attempt.current += 1;
    setFailure(null);
    setState({ step: "choose" });
  }

  return { state, failure, choose, sign, startOver };
}
