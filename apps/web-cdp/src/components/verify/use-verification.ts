"use client";

import type { Trust } from "@lendfriend/score-proof";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { Finding } from "./verifier.ts";

type Verifier = typeof import("./verifier.ts") & typeof import("./FindingView.tsx");

interface VerificationOptions extends Pick<Trust, "issuer" | "signers"> {
  /** Told of each link of a signed score that the page is opened with; it is checked without being asked. */
  readonly onLink: (link: string) => void;
}

/** Loads the verifier and the view of its findings ahead, so that the network may go, and checks texts with it. */
export function useVerification({ issuer, signers, onLink }: VerificationOptions) {
  const [verifier, setVerifier] = useState<Verifier | "loading" | "broken">("loading");
  const [finding, setFinding] = useState<Finding | null>(null);
  const [busy, setBusy] = useState(false);
  const [savedList, setSavedList] = useState<unknown>(null);
  const turn = useRef(0);

  const loaded = typeof verifier === "string" ? null : verifier;
  const state: "loading" | "broken" | "ready" = typeof verifier === "string" ? verifier : "ready";

  const open = useEffectEvent((link: string) => {
    onLink(link);
    void check(link);
  });

  useEffect(() => {
    Promise.all([import("./verifier.ts"), import("./FindingView.tsx")]).then(
      ([judging, view]) => setVerifier({ ...judging, ...view }),
      () => setVerifier("broken"),
    );
  }, []);

  useEffect(() => loaded?.followLinks(open), [loaded]);

  async function check(text: string): Promise<void> {
    if (loaded === null) return;
    turn.current += 1;
    const mine = turn.current;
    setBusy(true);
    const found = await loaded.judge(text, { issuer, signers, nowSeconds: Math.floor(Date.now() / 1_000) }, savedList);
    // Another text may have come meanwhile.
    if (mine !== turn.current) return;
    setFinding(found);
    setBusy(false);
  }

  function openList(text: string): void {
    setSavedList(loaded?.jsonFrom(text) ?? text);
  }

  function clear(): void {
    turn.current += 1;
    setFinding(null);
    setBusy(false);
  }

  return {
    state,
    View: loaded?.FindingView ?? null,
    finding,
    busy,
    hasSavedList: savedList !== null,
    check,
    openList,
    clear,
  };
}
