"use client";

import type { AccountKind, Market } from "@lendfriend/connector";
import { useEffect, useRef, useState } from "react";
import { usePageFacts } from "#components/shell/PageContext.tsx";
import { ApiError, callApi } from "#lib/call-api.ts";
import { failureText } from "#words/failure-text.ts";
import { useWords } from "#words/use-words.ts";
import { useConsentText } from "./ConsentTextContext.tsx";

export interface StartFailure {
  readonly text: string;
  readonly reference: string | null;
  /** The session is gone: only signing in again helps. */
  readonly signedOut: boolean;
}

export type StartState =
  | { readonly step: "idle" }
  | { readonly step: "starting" }
  | { readonly step: "leaving" }
  | { readonly step: "failed"; readonly failure: StartFailure };

const leavingTimeoutMs = 20_000;

/** Asks for the consent page's address and goes there. */
export function useStartConnection() {
  const { wallet } = usePageFacts();
  const consentText = useConsentText();
  const t = useWords("connections");
  const refusals = useWords("failures");
  const [state, setState] = useState<StartState>({ step: "idle" });
  const slowFailure: StartFailure = { text: t("start.slow"), reference: null, signedOut: false };
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  useEffect(() => {
    // Coming back with the browser's Back button restores the page as it was left: still "Opening TikTok…".
    const onPageShow = (event: PageTransitionEvent) => {
      if (event.persisted) setState({ step: "idle" });
    };
    window.addEventListener("pageshow", onPageShow);
    return () => {
      window.removeEventListener("pageshow", onPageShow);
      if (timer.current) clearTimeout(timer.current);
    };
  }, []);

  async function start(account: AccountKind, market: Market) {
    if (wallet === null) return;
    setState({ step: "starting" });
    try {
      const query = new URLSearchParams({ wallet, account, market, ...(consentText === null ? {} : { consentText }) });
      const { authUrl } = await callApi<{ authUrl: string }>(`/api/tiktokshop/auth?${query}`);
      if (!isWebAddress(authUrl)) throw new ApiError("unreadable", "the address of the consent page cannot be read");
      setState({ step: "leaving" });
      timer.current = setTimeout(() => setState({ step: "failed", failure: slowFailure }), leavingTimeoutMs);
      window.location.assign(authUrl);
    } catch (error) {
      setState({ step: "failed", failure: failureFrom(error) });
    }
  }

  function failureFrom(error: unknown): StartFailure {
    if (!(error instanceof ApiError)) return slowFailure;
    const isSignedOut = error.status === 401 || error.status === 403;
    return {
      text: isSignedOut ? t("start.signedOut") : failureText(refusals, error),
      reference: error.requestId,
      signedOut: isSignedOut,
    };
  }

  return { state, start, reset: () => setState({ step: "idle" }) };
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
