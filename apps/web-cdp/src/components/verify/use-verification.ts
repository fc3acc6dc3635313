"use client";

import type { Trust, Verdict } from "@lendfriend/score-proof";
import { type ComponentType, useEffect, useState } from "react";

interface Verifier {
  readonly jsonFrom: (text: string) => unknown;
  readonly verifyText: (text: string, trust: Trust, revocations: unknown) => Verdict;
  readonly newestList: () => Promise<unknown>;
  readonly View: ComponentType<{ readonly verdict: Verdict }>;
}

/** Loads the verifier and the view of its verdicts ahead, so that the network may go, and checks texts with it. */
export function useVerification({ issuer, signers }: Pick<Trust, "issuer" | "signers">) {
  const [verifier, setVerifier] = useState<Verifier | "loading" | "broken">("loading");
  const [verdict, setVerdict] = useState<Verdict | null>(null);
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
    const trust = { issuer, signers, nowSeconds: Math.floor(Date.now() / 1_000) };
    const list = (await loaded.newestList()) ?? savedList;
    setVerdict(loaded.verifyText(text, trust, list));
    setBusy(false);
  }

  function openList(text: string): void {
    setSavedList(loaded?.jsonFrom(text) ?? text);
  }

  return {
    state,
    View: loaded?.View ?? null,
    verdict,
    busy,
    hasSavedList: savedList !== null,
    check,
    openList,
    clear: () => setVerdict(null),
  };
}
