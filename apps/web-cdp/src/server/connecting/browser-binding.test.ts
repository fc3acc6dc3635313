import { expect, it } from "vitest";
import { createDigest } from "#server/crypto/digest.ts";
import { addFlow, type Flow, tagOf, takeFlow } from "./browser-binding.ts";

const flowOf = (letter: string, digit: string, begunAt = 1_795_000_000): Flow => ({
  tag: letter.repeat(8),
  begunAt,
  token: digit.repeat(43),
});
const named = (letter: string) => () => letter.repeat(8);
const print = ({ tag, begunAt, token }: Flow) => `${tag}~${begunAt}~${token}`;

it("finds each flow's own token, and keeps the others", () => {
  const cookie = addFlow(addFlow(null, flowOf("a", "1")), flowOf("b", "2"));

  const first = takeFlow(cookie, named("a"));
  expect(first.flow).toEqual(flowOf("a", "1"));
  expect(takeFlow(first.rest, named("a")).flow).toBeNull();
  expect(takeFlow(first.rest, named("b"))).toEqual({ flow: flowOf("b", "2"), rest: null });
});

it("holds the five newest flows and stays far below a cookie's limit", () => {
  let cookie: string | null = null;
  for (const letter of "abcdefg") cookie = addFlow(cookie, flowOf(letter, "1"));

  expect(cookie?.length).toBeLessThan(350);
  expect(takeFlow(cookie, named("b")).flow).toBeNull();
  expect(takeFlow(cookie, named("c")).flow).not.toBeNull();
});

it.each([null, "", ".", "~", "a~b", "x".repeat(10_000), `${"a".repeat(8)}~1~short`])(
  "reads nothing out of %j",
  (cookie) => {
    expect(takeFlow(cookie, named("a"))).toEqual({ flow: null, rest: null });
  },
);

it("writes a flow as eight characters of its tag, its time and its token, oldest first", () => {
  const cookie = addFlow(addFlow(null, flowOf("a", "1", 7)), flowOf("b", "2", 8));

  expect(cookie).toBe(`aaaaaaaa~7~${"1".repeat(43)}.bbbbbbbb~8~${"2".repeat(43)}`);
});

it("keeps a second flow of the same tag when it takes the first", () => {
  const cookie = addFlow(addFlow(null, flowOf("a", "1")), flowOf("a", "2"));

  expect(takeFlow(cookie, named("a"))).toEqual({ flow: flowOf("a", "1"), rest: print(flowOf("a", "2")) });
});

it("drops what is no flow of ours, and all of a value longer than 512 characters", () => {
  const flow = print(flowOf("a", "1"));
  const token = "1".repeat(43);
  const others = [
    "",
    "aaaaaaa~",
    `aaaaaaa~1~${token}`,
    `aaaaaaaaa~1~${token}`,
    `a;b c,d"~1~${token}`,
    `;bbbbbbb~1~${token}`,
    "~",
  ];
  const untimely = ["", "0", "-1", "1.5", "1e3", "01", "x", "1".repeat(13)].map((time) => `bbbbbbbb~${time}~${token}`);
  const unlike = [`bbbbbbbb~1~${token}~x`, `bbbbbbbb~${token}`];

  for (const some of [others, untimely.slice(0, 4), untimely.slice(4), unlike]) {
    expect(takeFlow([...some, flow].join("."), named("b"))).toEqual({ flow: null, rest: flow });
  }
  expect(takeFlow(flow, () => null)).toEqual({ flow: null, rest: flow });
  expect(takeFlow(flow.padEnd(512, "."), named("a")).flow).toEqual(flowOf("a", "1"));
  expect(takeFlow(flow.padEnd(513, "."), named("a"))).toEqual({ flow: null, rest: null });
});

it("a tag is of one state at one time, under one secret", () => {
  const digest = createDigest("a secret");
  const tag = tagOf(digest, "state hash")(1_795_000_000);

  expect(tag).toMatch(/^[\w-]{8}$/);
  expect(tag).toBe(digest("flow", "state hash 1795000000").slice(0, 8));
  expect(tagOf(digest, "state hash")(1_795_000_000)).toBe(tag);
  expect(tagOf(digest, "state hash")(1_795_000_001)).not.toBe(tag);
  expect(tagOf(digest, "another hash")(1_795_000_000)).not.toBe(tag);
  expect(tagOf(createDigest("another secret"), "state hash")(1_795_000_000)).not.toBe(tag);
});
