import { expect, it } from "vitest";
import { addFlow, takeFlow } from "./browser-binding.ts";

const token = (letter: string) => letter.repeat(43);
const tag = (letter: string) => letter.repeat(43);

it("finds each flow's own token, and keeps the others", () => {
  const cookie = addFlow(addFlow(null, tag("a"), token("1")), tag("b"), token("2"));

  const first = takeFlow(cookie, tag("a"));
  expect(first.token).toBe(token("1"));
  expect(takeFlow(first.rest, tag("a")).token).toBeNull();
  expect(takeFlow(first.rest, tag("b"))).toEqual({ token: token("2"), rest: null });
});

it("holds the five newest flows and stays far below a cookie's limit", () => {
  let cookie: string | null = null;
  for (const letter of "abcdefg") cookie = addFlow(cookie, tag(letter), token("1"));

  expect(cookie?.length).toBeLessThan(300);
  expect(takeFlow(cookie, tag("b")).token).toBeNull();
  expect(takeFlow(cookie, tag("c")).token).not.toBeNull();
});

it.each([null, "", ".", "~", "a~b", "x".repeat(10_000), `${"a".repeat(8)}~short`])(
  "reads nothing out of %j",
  (cookie) => {
    expect(takeFlow(cookie, tag("a")).token).toBeNull();
  },
);

it("writes a flow as eight characters of its tag and its token, oldest first", () => {
  const cookie = addFlow(addFlow(null, "abcdefghijkl", token("1")), "ABCDEFGHIJKL", token("2"));

  expect(cookie).toBe(`abcdefgh~${token("1")}.ABCDEFGH~${token("2")}`);
  expect(takeFlow(cookie, "ABCDEFGH-whatever-follows")).toEqual({
    token: token("2"),
    rest: `abcdefgh~${token("1")}`,
  });
});

it("keeps a second flow of the same tag when it takes the first", () => {
  const cookie = addFlow(addFlow(null, tag("a"), token("1")), tag("a"), token("2"));

  expect(takeFlow(cookie, tag("a"))).toEqual({ token: token("1"), rest: `aaaaaaaa~${token("2")}` });
});

it("drops what is no flow of ours, and all of a value longer than 512 characters", () => {
  const flow = `aaaaaaaa~${token("1")}`;
  const others = [
    "",
    "aaaaaaa~",
    `aaaaaaa~${token("1")}`,
    `aaaaaaaaa~${token("1")}`,
    `a;b c,d"~${token("1")}`,
    `bbbbbbbb~${token("1")}~x`,
    "~",
  ];

  expect(takeFlow([...others, flow].join("."), tag("b"))).toEqual({ token: null, rest: flow });
  expect(takeFlow([...others, flow].join("."), null)).toEqual({ token: null, rest: flow });
  expect(takeFlow(flow.padEnd(512, "."), tag("a")).token).toBe(token("1"));
  expect(takeFlow(flow.padEnd(513, "."), tag("a"))).toEqual({ token: null, rest: null });
});
