import "server-only";
import { isRandomToken } from "#server/random-token.ts";

/*
 * The value of the cookie that ties connect flows to one browser: up to five `tag~token` entries, oldest first, one per
 * flow, so that flows in several tabs finish independently of each other. The tag finds the entry, the token proves it.
 */

const maxFlows = 5;
const tagLength = 8;

/** Adds the flow of a state to a cookie value. `tag` must come from the state's digest, never from the state. */
export function addFlow(cookie: string | null, tag: string, token: string): string {
  return [...parseFlows(cookie), { tag: tag.slice(0, tagLength), token }].slice(-maxFlows).map(printFlow).join(".");
}

/**
 * Finds the flow that a tag names, none where it is null. `rest` is the cookie value without it and without what is no flow,
 * null when nothing is left.
 */
export function takeFlow(
  cookie: string | null,
  tag: string | null,
): { readonly token: string | null; readonly rest: string | null } {
  const flows = parseFlows(cookie);
  const found = flows.find((flow) => flow.tag === tag?.slice(0, tagLength)) ?? null;
  const rest = flows.filter((flow) => flow !== found).map(printFlow);
  return { token: found?.token ?? null, rest: rest.length === 0 ? null : rest.join(".") };
}

interface Flow {
  readonly tag: string;
  readonly token: string;
}

function parseFlows(cookie: string | null): Flow[] {
  if (cookie === null || cookie.length > 512) return [];
  return cookie.split(".").flatMap((entry) => {
    const [tag = "", token = "", ...others] = entry.split("~");
    const isTag = tag.length === tagLength && /^[\w-]+$/.test(tag);
    return isTag && isRandomToken(token) && others.length === 0 ? [{ tag, token }] : [];
  });
}

function printFlow({ tag, token }: Flow): string {
  return `${tag}~${token}`;
}
