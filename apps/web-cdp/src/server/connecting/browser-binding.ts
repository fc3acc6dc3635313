import "server-only";
import type { Digest } from "#server/crypto/digest.ts";
import { isRandomToken } from "#server/random-token.ts";

/*
 * The value of the cookie that ties connect flows to one browser: up to five `tag~time~token` entries, oldest first, one per
 * flow, so that flows in several tabs finish independently of each other. The tag finds the entry and proves when the flow
 * was begun, the token proves the browser.
 */

const maxFlows = 5;
const tagLength = 8;

/** One connect flow of a browser. */
export interface Flow {
  readonly tag: string;
  /** In seconds since 1970. */
  readonly begunAt: number;
  readonly token: string;
}

/** What finds the flow of a state by its keyed digest, never by the state: only we can make the tag, for one time each. */
export function tagOf(digest: Digest, stateHash: string): (begunAt: number) => string {
  return (begunAt) => digest("flow", [stateHash, begunAt].join(" ")).slice(0, tagLength);
}

/** Adds a flow to a cookie value. */
export function addFlow(cookie: string | null, flow: Flow): string {
  return [...parseFlows(cookie), flow].slice(-maxFlows).map(printFlow).join(".");
}

/**
 * Finds the flow whose tag is that of its time. `rest` is the cookie value without it and without what is no flow, null when
 * nothing is left.
 */
export function takeFlow(
  cookie: string | null,
  tagAt: (begunAt: number) => string | null,
): { readonly flow: Flow | null; readonly rest: string | null } {
  const flows = parseFlows(cookie);
  const flow = flows.find(({ tag, begunAt }) => tag === tagAt(begunAt)) ?? null;
  const rest = flows.filter((other) => other !== flow).map(printFlow);
  return { flow, rest: rest.length === 0 ? null : rest.join(".") };
}

function parseFlows(cookie: string | null): Flow[] {
  if (cookie === null || cookie.length > 512) return [];
  return cookie.split(".").flatMap((entry) => {
    const [tag = "", time = "", token = "", ...others] = entry.split("~");
    const isTag = tag.length === tagLength && /^[\w-]+$/.test(tag);
    const isTime = /^[1-9]\d{0,11}$/.test(time);
    return isTag && isTime && isRandomToken(token) && others.length === 0
      ? [{ tag, begunAt: Number(time), token }]
      : [];
  });
}

function printFlow({ tag, begunAt, token }: Flow): string {
  return `${tag}~${begunAt}~${token}`;
}
