import "server-only";
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { LRUCache } from "lru-cache";
import { NextRequest } from "next/server";
import { chooseLocale, type Locale, localeCookie } from "#lib/format.ts";
import { clientAddress, isShared, networkOf } from "#server/client-address.ts";
import { AppError, errorBody, tooManyRequests } from "#server/errors.ts";
import type { Log } from "#server/log.ts";
import { dataHeaders, securityHeaders } from "#server/security-headers.ts";
import { strictTransport } from "#server/strict-transport.ts";
import { busyPage, busyPolicy } from "./busy-page.ts";
import { oneByOne, type Wait } from "./one-by-one.ts";
import type { Doorkeeper } from "./stand-in-front.ts";

interface Visit {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly path: string;
  readonly admit: () => void;
}

interface EarlySettings {
  readonly appUrl: string;
  readonly trustedProxyCount: number;
  readonly log: Log;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  /** How late the process is, in milliseconds. */
  readonly lag: () => number;
}

/** Later than this a process has no time to spare. */
const lateMs = 20;
/**
 * How many of each it then has under way at most: half a second of work. A page that is open and asks again for what has
 * changed would be lost to whoever fills something in there, so it is refused later than one that is opened.
 */
const most = { pages: 16, refreshes: 48, routes: 32, signIns: 32 } as const;
/** So many times as much may come at once before anybody can tell that the process is late. */
const mostAtOnce = 8;
/** So many requests of sign-ins wait for two seconds at most; twice as many a second would leave nothing for others. */
const line = { most: 250, gapMs: 8 } as const;
/** Those of addresses that were refused lately wait as long, in a line that takes a fifth as much: they may be guessing. */
const slowLine = { most: 50, gapMs: 40 } as const;
const latelyMs = 60_000;
const retryAfterSeconds = 3;

/** Signing in: what counts by address, and what anybody can flood without having signed in. */
const limitedByAddress: ReadonlySet<string> = new Set(["/api/auth/challenge", "/api/auth/verify"]);
/** The platform gives deliveries up in the end, who comes back from it has a code that ends, and health has to be told. */
const alwaysAnswered: ReadonlySet<string> = new Set([
  "/api/tiktokshop/webhook",
  "/api/tiktokshop/callback",
  "/api/health",
]);

/**
 * Refuses at once what would be refused later for the same reason, or not be answered in time: an address that signs in too
 * often, until the time that the route told it; and pages and routes beyond what a process without time to spare has under
 * way. Sign-ins are let in one by one, and more slowly those of addresses that were refused lately.
 */
export function refuseEarly({ appUrl, trustedProxyCount, log, now, lag }: EarlySettings): Doorkeeper {
  const memory = { max: 10_000, ttlResolution: 0, perf: { now } };
  const limited = new LRUCache<string, true>(memory);
  const refusedLately = new LRUCache<string, true>({ ...memory, ttl: latelyMs });
  const waitToSignIn = oneByOne(line.most, line.gapMs);
  const waitToTryAgain = oneByOne(slowLine.most, slowLine.gapMs);
  const underWay = {
    pages: createUnderWay(),
    refreshes: createUnderWay(),
    routes: createUnderWay(),
    signIns: createUnderWay(),
  };

  return (request, response, admit) => {
    const visit = { request, response, path: pathOf(request), admit };
    const { path } = visit;
    if (path.startsWith("/_next/static/") || alwaysAnswered.has(path)) admit();
    else if (request.method === "POST" && limitedByAddress.has(path)) lineUp(visit);
    else letIn(isRoute(path) ? "routes" : request.headers.rsc === undefined ? "pages" : "refreshes", visit);
  };

  function lineUp(visit: Visit): void {
    const address = addressOf(visit.request);
    const key = `${visit.path} ${address}`;
    if (refuseLimited(key, visit)) return;
    const waitIn = (wait: Wait, enter: () => boolean) =>
      wait([networkOf(address), address], {
        response: visit.response,
        letIn: () => !refuseLimited(key, visit) && enter(),
        turnAway: () => answer(visit, tooBusy()),
      });
    const signIn = () => letSignIn(key, address, visit);
    waitIn(waitToSignIn, () => {
      if (!refusedLately.has(address)) return signIn();
      waitIn(waitToTryAgain, signIn);
      return false;
    });
  }

  function refuseLimited(key: string, visit: Visit): boolean {
    const seconds = Math.ceil(limited.getRemainingTTL(key) / 1_000);
    if (seconds > 0) answer(visit, tooManyRequests(seconds));
    return seconds > 0;
  }

  function letSignIn(key: string, address: string, visit: Visit): boolean {
    const { response } = visit;
    response.once("finish", () => {
      const { statusCode } = response;
      const ttl = Number(response.getHeader("retry-after")) * 1_000;
      if (statusCode === 429 && ttl > 0) limited.set(key, true, { ttl });
      if (statusCode >= 400 && statusCode < 500 && !isShared(address)) refusedLately.set(address, true);
    });
    return letIn("signIns", visit);
  }

  function letIn(kind: keyof typeof most, visit: Visit): boolean {
    const bound = lag() > lateMs ? most[kind] : most[kind] * mostAtOnce;
    const isFree = underWay[kind].count() < bound;
    if (isFree) {
      underWay[kind].add(visit.request, visit.response);
      visit.admit();
    } else answer(visit, tooBusy());
    return isFree;
  }

  /** Next fills a missing header in like this, so that the route counts the same client. */
  function addressOf(request: IncomingMessage): string {
    const forwardedFor = request.headers["x-forwarded-for"] ?? request.socket.remoteAddress ?? "";
    return clientAddress([forwardedFor].flat().join(","), trustedProxyCount);
  }

  function answer({ request, response, path }: Visit, refusal: AppError): void {
    const requestId = randomUUID();
    const { type, policy, body } = isRoute(path)
      ? { type: "application/json", policy: dataHeaders, body: JSON.stringify(errorBody(refusal, requestId)) }
      : { type: "text/html; charset=utf-8", policy: busyPolicy, body: busyPage(localeOf(request), retryAfterSeconds) };
    const headers = new Headers({
      ...securityHeaders,
      ...policy,
      "content-type": type,
      "cache-control": "no-store",
      "x-request-id": requestId,
      "retry-after": String(refusal.retryAfterSeconds ?? retryAfterSeconds),
    });
    strictTransport(headers, appUrl);
    response.setHeaders(headers).writeHead(refusal.status).end(body);
    log.info("request.refused", { requestId, method: request.method, path, status: refusal.status });
  }
}

function tooBusy(): AppError {
  return new AppError("unavailable", `Too busy right now. Try again in ${retryAfterSeconds} seconds.`, {
    retryAfterSeconds,
  });
}

interface UnderWay {
  add(request: IncomingMessage, response: ServerResponse): void;
  /** Those that the process works on: what is still being sent to it, or by it, waits for its client. */
  count(): number;
}

function createUnderWay(): UnderWay {
  let all: (readonly [IncomingMessage, ServerResponse])[] = [];
  return {
    add(request, response) {
      all.push([request, response]);
    },
    count() {
      // Node 22 does not tell an answer that waits behind another one when their connection closes.
      all = all.filter(([{ socket }, response]) => !socket.destroyed && !response.writableFinished);
      return all.filter(([request, response]) => isRead(request) && !response.headersSent).length;
    },
  };
}

/** Whether all has come that Next waits for: it reads no body of these two, whatever they announce. */
function isRead({ complete, method }: IncomingMessage): boolean {
  return complete || method === "GET" || method === "HEAD";
}

/** The path as Next reads it: without dots and fragments. */
function pathOf({ url = "/" }: IncomingMessage): string {
  return URL.parse(`http://localhost${url}`)?.pathname ?? url;
}

function localeOf({ headers }: IncomingMessage): Locale {
  const { cookies } = new NextRequest("http://localhost", { headers: { cookie: headers.cookie ?? "" } });
  return chooseLocale(cookies.get(localeCookie)?.value ?? null, headers["accept-language"] ?? null);
}

function isRoute(path: string): boolean {
  return path.startsWith("/api/");
}
