"use client";

import type { AccountKind, Market } from "@lendfriend/connector";
import { useEffect, useRef, useState } from "react";
import { usePageFacts } from "#components/shell/PageContext.tsx";
import { ApiError, callApi } from "#lib/call-api.ts";

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
  const [state, setState] = useState<StartState>({ step: "idle" });
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
      const query = new URLSearchParams({ wallet, account, market });
      const { authUrl } = await callApi<{ authUrl: string }>(`/api/tiktokshop/auth?${query}`);
      if (!isWebAddress(authUrl)) throw new ApiError("unreadable", "The way to TikTok was not readable. Try again.");
      setState({ step: "leaving" });
      timer.current = setTimeout(() => setState({ step: "failed", failure: slowFailure }), leavingTimeoutMs);
      window.location.assign(authUrl);
    } catch (error) {
      setState({ step: "failed", failure: failureFrom(error) });
    }
  }

  return { state, start, reset: () => setState({ step: "idle" }) };
}

const slowFailure: StartFailure = {
  text: "TikTok’s page did not open. Check your connection and try again.",
  reference: null,
  signedOut: false,
};

function failureFrom(error: unknown): StartFailure {
  if (!(error instanceof ApiError)) return slowFailure;
  if (error.status === 401 || error.status === 403) {
    return {
      text: "Your session has ended. Sign in again to connect a shop.",
      reference: error.requestId,
      signedOut: true,
    };
  }
  return { text: error.message, reference: error.requestId, signedOut: false };
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
