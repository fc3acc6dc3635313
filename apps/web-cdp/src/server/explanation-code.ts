import "server-only";
import { explanations } from "@lendfriend/tiktokshop-client";

export type ExplanationCode = keyof typeof explanations;

/** The code of a sentence with which a platform explains a figure that is missing; null for one that is not known. */
export function explanationCode(english: string): ExplanationCode | null {
  const codes = Object.keys(explanations) as ExplanationCode[];
  return codes.find((code) => explanations[code] === english) ?? null;
}
