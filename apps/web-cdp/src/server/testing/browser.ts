import { NextRequest } from "next/server";
import { createRefusalMemory, installDeps } from "#server/deps.ts";
import { createLiveHub } from "#server/live/live-hub.ts";
import { salesDayOf } from "#server/live/sales-day.ts";
import { createPerson, createWorld, testOrigin } from "./memory-world.ts";

type Handler = (request: NextRequest, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

interface Visit {
  readonly method?: string;
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly params?: Record<string, string>;
  /** Aborts when the client hangs up. */
  readonly signal?: AbortSignal;
}

/** A cookie jar that calls route handlers as Next would. */
export function createBrowser() {
  const jar = new Map<string, string>();

  async function visit(
    handler: Handler,
    { method = "GET", path, body, headers = {}, params = {}, signal = new AbortController().signal }: Visit,
  ) {
    const text = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
    const request = new NextRequest(new URL(path, testOrigin), {
      method,
      signal,
      headers: {
        ...(text === undefined ? {} : { "content-type": "application/json", "content-length": String(text.length) }),
        ...(jar.size === 0 ? {} : { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") }),
        ...headers,
      },
      ...(text === undefined ? {} : { body: text }),
    });
    const response = await handler(request, { params: Promise.resolve(params) });
    for (const line of response.headers.getSetCookie()) keep(line);
    return response;
  }

  function keep(line: string) {
    const [pair = ""] = line.split(";");
    const at = pair.indexOf("=");
    if (/max-age=0\b/i.test(line)) jar.delete(pair.slice(0, at));
    else jar.set(pair.slice(0, at), pair.slice(at + 1));
  }

  return { visit, jar };
}

/** A world whose product the routes serve. */
export function serveWorld() {
  const world = createWorld();
  installDeps({
    app: world.app,
    live: createLiveHub({
      findMarks: (sessionIds) => world.ports.live.findMarks(sessionIds, salesDayOf(world.ports.now())),
      readState: (session) => world.app.readLive(session),
      log: world.ports.log,
      pollMs: 5,
      beatMs: 50,
    }),
    log: world.ports.log,
    origin: testOrigin,
    trustedProxyCount: 0,
    refusedUntil: createRefusalMemory(),
  });
  return world;
}

/** A browser in which a person has signed in through the routes. */
export async function signedInBrowser(person = createPerson()) {
  const challenge = await import("#app/api/auth/challenge/route.ts");
  const verify = await import("#app/api/auth/verify/route.ts");
  const browser = createBrowser();
  const asked = await browser.visit(challenge.POST, {
    method: "POST",
    path: "/api/auth/challenge",
    body: { address: person.account.address, chainId: 1 },
  });
  const { message }: { message: string } = await asked.json();
  const signature = await person.account.signMessage({ message });
  const verified = await browser.visit(verify.POST, {
    method: "POST",
    path: "/api/auth/verify",
    body: { message, signature },
  });
  return { ...browser, ...person, asked, verified, message, signature };
}
