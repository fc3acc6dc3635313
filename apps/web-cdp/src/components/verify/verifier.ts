import "./no-eval.ts";
import { type Trust, type Verdict, verifySignedScore } from "@lendfriend/score-proof";

/** Judges the text of a file. Text that is no JSON is malformed like any other. Never throws. */
export function verifyText(text: string, trust: Trust, revocations: unknown): Verdict {
  return verifySignedScore(jsonFrom(text), trust, revocations);
}

/** The value of a JSON text, or undefined. */
export function jsonFrom(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
