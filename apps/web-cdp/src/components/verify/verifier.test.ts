import { deflateSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { followLinks, judge } from "./verifier.ts";

const trust = { issuer: "https://lendfriend.example", signers: [], nowSeconds: 1_763_640_000 } as const;
const linkTo = (text: string) => `${trust.issuer}/verify#file=${deflateSync(text).toString("base64url")}`;

afterEach(() => vi.unstubAllGlobals());

describe("judge", () => {
  beforeEach(() => vi.stubGlobal("fetch", async () => Response.error()));

  it.each(["{}", "", "[]", "no JSON", '{"format":"lendfriend-signed-score/2"}'])(
    "finds the same of %o in a link as of the text",
    async (text) => {
      expect(await judge(linkTo(text), trust, null)).toEqual(await judge(text, trust, null));
    },
  );

  it("calls a link that lost its file broken, and nobody's file altered", async () => {
    expect(await judge(linkTo("{}").slice(0, -2), trust, null)).toBe("broken_link");
  });
});

describe("followLinks", () => {
  function opened(href: string) {
    const address = new URL(href);
    const page = new EventTarget();
    vi.stubGlobal("location", address);
    vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
    vi.stubGlobal("removeEventListener", page.removeEventListener.bind(page));
    return (hash: string) => {
      address.hash = hash;
      page.dispatchEvent(new Event("hashchange"));
    };
  }

  it("tells the link that a page was opened with, and those that come after it, until it is stopped", () => {
    const goTo = opened(linkTo("1"));
    const told: string[] = [];

    const stop = followLinks((link) => told.push(link));
    goTo(new URL(linkTo("2")).hash);
    stop();
    goTo(new URL(linkTo("3")).hash);

    expect(told).toEqual([linkTo("1"), linkTo("2")]);
  });

  it("takes a place of the page for no link", () => {
    const goTo = opened(`${trust.issuer}/verify#signers`);
    const told: string[] = [];

    followLinks((link) => told.push(link));
    goTo("#main");

    expect(told).toEqual([]);
  });
});
