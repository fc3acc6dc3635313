"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, use, useEffect, useEffectEvent, useState } from "react";
import { isImporting } from "#components/connections/connection-view.ts";
import { callApi } from "#lib/call-api.ts";
import type { LiveState } from "#server/contract.ts";
import { followLive, livePath } from "./follow-live.ts";
import { createSessionEnd, type SessionEnd } from "./session-end.ts";

interface Live extends LiveState {
  readonly importing: boolean;
  /** News has stopped coming in. */
  readonly stalled: boolean;
  /** Reads everything at once; for after a person's own action. */
  reload(): Promise<void>;
  /** Carries out what ends the session; the page stays as it is, to say how far that is. */
  endSession: SessionEnd["during"];
}

const LiveContext = createContext<Live | null>(null);

/**
 * Keeps what is inside current without a reload; of a rendering and a push the later one wins. When an import ends or a new score is there, the page is asked for again, so that score and charts follow.
 */
export function LiveProvider({ initial, children }: { readonly initial: LiveState; readonly children: ReactNode }) {
  const router = useRouter();
  const [given, setGiven] = useState(initial);
  const [state, setState] = useState(initial);
  const [stalled, setStalled] = useState(false);
  if (given !== initial) {
    setGiven(initial);
    if (initial.at >= state.at) setState(initial);
  }
  const importing = state.connections.some(isImporting);

  const onState = useEffectEvent((next: LiveState) => {
    if (next.at < state.at) return;
    const isDone = importing && !next.connections.some(isImporting);
    const isScored = next.snapshotHash !== state.snapshotHash;
    setState(next);
    if (isDone || isScored) router.refresh();
  });
  const [sessionEnd] = useState(() => createSessionEnd(() => router.refresh()));

  useEffect(
    () =>
      followLive({
        onState: (next) => onState(next),
        onStalled: setStalled,
        onSignedOut: sessionEnd.tell,
      }),
    [sessionEnd],
  );

  async function reload() {
    setState(await callApi<LiveState>(livePath));
    router.refresh();
  }

  return (
    <LiveContext value={{ ...state, importing, stalled, reload, endSession: sessionEnd.during }}>
      {children}
    </LiveContext>
  );
}

export function useLive(): Live {
  const live = use(LiveContext);
  if (live === null) throw new Error("useLive needs a LiveProvider around it");
  return live;
}
