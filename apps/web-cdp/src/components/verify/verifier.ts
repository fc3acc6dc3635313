import "./no-eval.ts";
import { type Trust, type Verdict, verifySignedScore } from "@lendfriend/score-proof";
import { fileOfLink, isScoreLink } from "#lib/score-link.ts";
import { newestList } from "./newest-list.ts";

/** What was found of a file, and when: paper and screenshots outlive the moment. */
export interface JudgedFile {
  readonly verdict: Verdict;
  /** Unix seconds. */
  readonly checkedAt: number;
}

/** What a text turned out to be: a file, or a link that lost its file. */
export type Finding = JudgedFile | "broken_link";

/**
 * Judges the text of a file, or the file in a link, by the newest list of revoked scores or else by the saved one. Text that is
 * no JSON is malformed like any other. Never throws.
 */
export async function judge(text: string, trust: Trust, savedList: unknown): Promise<Finding> {
  const file = isScoreLink(text) ? await fileOfLink(text) : text;
  if (file === null) return "broken_link";
  const revocations = (await newestList()) ?? savedList;
  return { verdict: verifySignedScore(jsonFrom(file), trust, revocations), checkedAt: trust.nowSeconds };
}

/** The value of a JSON text, or undefined. */
export function jsonFrom(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Tells the page's address, now and after each change, while it is a link of a signed score. Answers how to stop. */
export function followLinks(onLink: (link: string) => void): () => void {
  const tell = () => {
    if (isScoreLink(location.hash)) onLink(location.href);
  };
  tell();
  addEventListener("hashchange", tell);
  return () => removeEventListener("hashchange", tell);
}
