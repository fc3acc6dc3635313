"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";
import { ApiError, callApi } from "#lib/call-api.ts";
import type { Connection } from "#server/contract.ts";
import { isImporting } from "./connection-view.ts";

const pollMs = 1_500;
const slowPollMs = 6_000;
const failuresUntilNotice = 3;

/**
 * The wallet's connections, kept current while an import runs. The server's own rendering wins whenever it is newer;
 * when the last import ends, the page is asked for again, so that score and charts follow.
 */
export function useConnections(initial: readonly Connection[]) {
  const router = useRouter();
  const [given, setGiven] = useState(initial);
  const [connections, setConnections] = useState(initial);
  const [failures, setFailures] = useState(0);
  if (given !== initial) {
    setGiven(initial);
    setConnections(initial);
  }
  const importing = connections.some(isImporting);

  const poll = useEffectEvent(async (signal: AbortSignal) => {
    try {
      const answer = await callApi<{ connections: readonly Connection[] }>("/api/connections", { signal });
      setFailures(0);
      setConnections(answer.connections);
      if (!answer.connections.some(isImporting)) router.refresh();
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof ApiError && error.status === 401) router.refresh();
      setFailures((count) => count + 1);
    }
  });

  useEffect(() => {
    if (!importing) return;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const again = async () => {
      await poll(stop.signal);
      if (!stop.signal.aborted) timer = setTimeout(again, document.hidden ? slowPollMs : pollMs);
    };
    timer = setTimeout(again, pollMs);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [importing]);

  /** Reads the list at once; for after a person's own action. */
  async function reload() {
    const answer = await callApi<{ connections: readonly Connection[] }>("/api/connections");
    setConnections(answer.connections);
    router.refresh();
  }

  return { connections, importing, stalled: failures >= failuresUntilNotice, reload };
}
