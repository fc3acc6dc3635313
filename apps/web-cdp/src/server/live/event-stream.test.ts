import { expect, it } from "vitest";
import { eventStream } from "./event-stream.ts";
import type { LiveSink } from "./live-hub.ts";

function opened(signal = new AbortController().signal) {
  const stops: string[] = [];
  let sink: LiveSink | null = null;
  const response = eventStream(signal, (given) => {
    sink = given;
    return () => stops.push("stopped");
  });
  const beat = (times: number) => {
    for (let nth = 0; nth < times; nth++) sink?.beat();
  };
  return { response, stops, beat, isFollowed: () => sink !== null };
}

it("a reader that takes nothing is let go once more than 16 messages wait for it, and is sent no more", async () => {
  const { response, stops, beat } = opened();

  beat(16);
  expect(stops).toEqual([]);
  beat(1);
  expect(stops).toEqual(["stopped"]);
  beat(100);

  const heard = await response.text();
  expect(heard.match(/event: beat/g)).toHaveLength(17);
});

it("whatever follows is stopped once its reader is gone", async () => {
  const { response, stops } = opened();

  await response.body?.cancel();

  expect(stops).toEqual(["stopped"]);
});

it("nothing is followed for a reader who left before the stream began", async () => {
  const { response, stops, isFollowed } = opened(AbortSignal.abort());

  expect(isFollowed()).toBe(false);
  expect(stops).toEqual([]);
  expect(await response.text()).toBe("retry: 2000\n\n");
});

it("whatever follows is stopped once its reader has left a response that nobody reads", async () => {
  const client = new AbortController();
  const { response, stops, beat } = opened(client.signal);

  client.abort();

  expect(stops).toEqual(["stopped"]);
  beat(1);
  expect(await response.text()).toBe("retry: 2000\n\n");
});

it("a reader who cancels and is gone is one who leaves once", async () => {
  const client = new AbortController();
  const { response, stops } = opened(client.signal);

  await response.body?.cancel();
  client.abort();

  expect(stops).toEqual(["stopped"]);
});
