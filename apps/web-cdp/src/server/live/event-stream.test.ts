import { expect, it } from "vitest";
import { eventStream } from "./event-stream.ts";
import type { LiveSink } from "./live-hub.ts";

function opened() {
  const stops: string[] = [];
  let sink: LiveSink | null = null;
  const response = eventStream((given) => {
    sink = given;
    return () => stops.push("stopped");
  });
  const beat = (times: number) => {
    for (let nth = 0; nth < times; nth++) sink?.beat();
  };
  return { response, stops, beat };
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
