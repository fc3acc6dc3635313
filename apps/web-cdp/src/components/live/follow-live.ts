import { ApiError, callApi } from "#lib/call-api.ts";
import type { LiveState } from "#server/contract.ts";

export const livePath = "/api/score/live";

const askMs = 3_000;
/** Answers after which the stream is tried again: it may have been full, or a proxy may have been in the way. */
const asksUntilRetry = 10;
const failuresUntilStalled = 3;
/** The server beats every 15 seconds; a stream that is silent for longer than two beats and a bit is not one. */
const silenceMs = 40_000;
const watchMs = 5_000;

export interface Follower {
  onState(state: LiveState): void;
  /** Whether news has stopped coming in. */
  onStalled(stalled: boolean): void;
  /** The session is over; nothing more comes. */
  onSignedOut(): void;
}

/**
 * Follows the wallet's live state while the page is visible: pushed by the server, or asked for every few seconds where a
 * stream does not get through. A page that is looked at again goes on from the state it had. Answers how to stop.
 */
export function followLive(follower: Follower): () => void {
  let source: EventSource | null = null;
  let asking: AbortController | null = null;
  let mark = "";
  let heardAt = 0;

  function heard(): void {
    heardAt = Date.now();
    follower.onStalled(false);
  }

  function listen(): void {
    heardAt = Date.now();
    source = new EventSource(mark === "" ? livePath : `${livePath}?after=${encodeURIComponent(mark)}`);
    source.addEventListener("state", (event) => {
      heard();
      mark = event.lastEventId;
      follower.onState(trustOwnState(event.data));
    });
    source.addEventListener("beat", heard);
    source.addEventListener("error", () => {
      // A stream that broke off is taken up again by the browser; one that was refused is not.
      if (source?.readyState === EventSource.CLOSED) ask();
    });
  }

  function ask(): void {
    hush();
    const stop = new AbortController();
    asking = stop;
    void (async () => {
      let failures = 0;
      for (let asked = 1; !stop.signal.aborted; asked++) {
        try {
          const state = await callApi<LiveState>(livePath, { signal: stop.signal });
          failures = 0;
          heard();
          follower.onState(state);
        } catch (error) {
          if (stop.signal.aborted) return;
          if (error instanceof ApiError && error.status === 401) return follower.onSignedOut();
          failures += 1;
          if (failures >= failuresUntilStalled) follower.onStalled(true);
        }
        if (asked >= asksUntilRetry && failures === 0) break;
        await pause(askMs, stop.signal);
      }
      if (!stop.signal.aborted) begin();
    })();
  }

  function hush(): void {
    source?.close();
    source = null;
    asking?.abort();
    asking = null;
  }

  function begin(): void {
    hush();
    if (document.visibilityState === "visible") listen();
  }

  const watch = setInterval(() => {
    if (source === null || Date.now() - heardAt < silenceMs) return;
    follower.onStalled(true);
    ask();
  }, watchMs);
  document.addEventListener("visibilitychange", begin);
  begin();

  return () => {
    document.removeEventListener("visibilitychange", begin);
    clearInterval(watch);
    hush();
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}

/** The one cast of an event's data: our own stream sends states only, of the shape that both sides share. */
function trustOwnState(data: string): LiveState {
  return JSON.parse(data) as LiveState;
}
