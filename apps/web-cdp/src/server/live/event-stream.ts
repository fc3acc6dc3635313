import "server-only";
import type { LiveSink } from "./live-hub.ts";

/** Messages that may wait for a slow reader; a browser that was cut off comes back and goes on from its mark. */
const maxWaiting = 16;
const reconnectMs = 2_000;

/**
 * A response of server-sent events. `follow` starts what writes to it and answers how to stop; that is called once, when the
 * reader is gone. `signal` tells that it is gone where nobody reads the response any more, as while it was being made: then
 * `follow` is not called. Throws what `follow` throws.
 */
export function eventStream(signal: AbortSignal, follow: (sink: LiveSink) => () => void): Response {
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  let stop: () => void = () => undefined;

  function end(): void {
    controller?.close();
    leave();
  }

  function leave(): void {
    controller = null;
    stop();
    stop = () => undefined;
  }

  function send(text: string): void {
    if (controller === null) return;
    controller.enqueue(encoder.encode(text));
    if ((controller.desiredSize ?? 0) < -maxWaiting) end();
  }

  const body = new ReadableStream<Uint8Array>({
    start(started) {
      controller = started;
      send(`retry: ${reconnectMs}\n\n`);
    },
    cancel: leave,
  });
  if (signal.aborted) end();
  else {
    stop = follow({
      state: (mark, state) => send(`event: state\nid: ${mark}\ndata: ${JSON.stringify(state)}\n\n`),
      beat: () => send("event: beat\ndata: {}\n\n"),
      end,
    });
    signal.addEventListener("abort", end, { once: true });
  }
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // `no-transform` keeps Next's own compression, which would hold messages back, away from it.
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}
