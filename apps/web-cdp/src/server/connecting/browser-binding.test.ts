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
