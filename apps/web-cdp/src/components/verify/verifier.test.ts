import { deflateSync } from "node:zlib";
import { disclose } from "@lendfriend/score-proof";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as example from "../../../../../packages/score-proof/src/testing/example.ts";
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

describe("judge, of a score that was revoked", () => {
  const site = (list: unknown) =>
    vi.stubGlobal("fetch", async () => (list === null ? Response.error() : Response.json(list)));

  it("goes by the site's own list, and by a saved one only where that cannot be read", async () => {
    const held = await example.exampleHeld();
    const text = JSON.stringify(disclose(held, []));
    const [clean, revoked] = [
      await example.exampleRevocations([]),
      await example.exampleRevocations([held.statement.id]),
    ];
    const codeBy = async (newest: unknown, saved: unknown) => {
      site(newest);
      const finding = await judge(text, example.trust, saved);
      return finding === "broken_link" ? finding : finding.verdict.code;
    };

    expect(await codeBy(revoked, clean)).toBe("revoked");
    expect(await codeBy(clean, revoked)).toBe("valid");
    expect(await codeBy(null, revoked)).toBe("revoked");
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
