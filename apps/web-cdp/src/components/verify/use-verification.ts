"use client";

import type { Trust, Verdict } from "@lendfriend/score-proof";
import { type ComponentType, useEffect, useState } from "react";

/** What was found of a file, and when: paper and screenshots outlive the moment. */
export interface JudgedFile {
  readonly verdict: Verdict;
  /** Unix seconds. */
  readonly checkedAt: number;
}

interface Verifier {
  readonly jsonFrom: (text: string) => unknown;
  readonly verifyText: (text: string, trust: Trust, revocations: unknown) => Verdict;
  readonly newestList: () => Promise<unknown>;
  readonly View: ComponentType<JudgedFile>;
}

/** Loads the verifier and the view of its verdicts ahead, so that the network may go, and checks texts with it. */
export function useVerification({ issuer, signers }: Pick<Trust, "issuer" | "signers">) {
  const [verifier, setVerifier] = useState<Verifier | "loading" | "broken">("loading");
  const [judged, setJudged] = useState<JudgedFile | null>(null);
  const [busy, setBusy] = useState(false);
  const [savedList, setSavedList] = useState<unknown>(null);

  useEffect(() => {
    Promise.all([import("./verifier.ts"), import("./newest-list.ts"), import("./VerdictView.tsx")]).then(
      ([{ jsonFrom, verifyText }, { newestList }, { VerdictView }]) =>
        setVerifier({ jsonFrom, verifyText, newestList, View: VerdictView }),
      () => setVerifier("broken"),
    );
  }, []);

  const loaded = typeof verifier === "string" ? null : verifier;
  const state: "loading" | "broken" | "ready" = typeof verifier === "string" ? verifier : "ready";

  async function check(text: string): Promise<void> {
    if (loaded === null) return;
    setBusy(true);
    const checkedAt = Math.floor(Date.now() / 1_000);
    const list = (await loaded.newestList()) ?? savedList;
    setJudged({ verdict: loaded.verifyText(text, { issuer, signers, nowSeconds: checkedAt }, list), checkedAt });
    setBusy(false);
  }

  function openList(text: string): void {
    setSavedList(loaded?.jsonFrom(text) ?? text);
  }

  return {
    state,
    View: loaded?.View ?? null,
    judged,
    busy,
    hasSavedList: savedList !== null,
    check,
    openList,
    clear: () => setJudged(null),
  };
}
