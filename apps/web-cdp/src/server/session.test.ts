import { NextRequest } from "next/server";
import { beforeEach, describe, expect, it, vi } from "vitest";

const jar = new Map<string, string>();

/** What pages and routes ask, over a product that has just started, in a page whose cookies are in the jar. */
async function served() {
  vi.resetModules();
  vi.doMock("next/headers", () => ({
    cookies: async () => ({ get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined) }),
  }));
  const { serveWorld } = await import("./testing/browser.ts");
  const { signIn } = await import("./testing/memory-world.ts");
  const sessions = await import("./session.ts");
  return { ...sessions, ...(await signIn(serveWorld().app)) };
}

beforeEach(() => jar.clear());

const requestWith = (cookie: string | null) =>
  new NextRequest("http://localhost:3000/api/x", { headers: cookie === null ? {} : { cookie } });

describe("who is signed in", () => {
  it("is told by the same cookie to pages and to routes", async () => {
    const { currentSession, requireSession, session, sessionOf, sessionToken } = await served();
    jar.set("__Host-sess", sessionToken);
    const request = requestWith(`__Host-sess=${sessionToken}`);

    expect(await currentSession()).toEqual(session);
    expect(await sessionOf(request)).toEqual(session);
    expect(await requireSession(request)).toEqual(session);
  });

  it.each([
    ["no cookie", () => null],
    ["a cookie that was never given", () => ["__Host-sess", "a".repeat(43)]],
    ["its cookie under another name", (token: string) => ["sess", token]],
  ])("is nobody with %s: a page gets null, a route that is for somebody refuses", async (_, cookieOf) => {
    const { currentSession, requireSession, sessionOf, sessionToken } = await served();
    const [name, value] = cookieOf(sessionToken) ?? [];
    if (name && value) jar.set(name, value);
    const sent = name ? `${name}=${value}` : null;

    expect(await currentSession()).toBeNull();
    expect(await sessionOf(requestWith(sent))).toBeNull();
    await expect(requireSession(requestWith(sent))).rejects.toMatchObject({
      code: "unauthorized",
      message: "Sign in with your wallet first.",
    });
  });
});
