import type { ShareScope } from "#server/contract.ts";

export interface ShareDraft {
  readonly lender: string;
  readonly scope: ShareScope;
  readonly purpose: string;
  /** `YYYY-MM-DD`; the share ends with that day, UTC. */
  readonly until: string;
}

/** Names of the words that say what is wrong with each field. */
export interface ShareProblems {
  readonly lender: "lenderMissing" | "lenderUnreadable" | "lenderIsYou" | null;
  readonly purpose: "purposeMissing" | "purposeLong" | null;
  readonly until: "untilMissing" | "untilOver" | "untilFar" | null;
}

export const maxPurposeLength = 280;
export const longestShareDays = 365;
const dayMs = 86_400_000;

/** What is wrong with a draft, field by field; every entry null when it can be sent. */
export function checkShareDraft(draft: ShareDraft, ownWallet: string, nowMs: number): ShareProblems {
  return {
    lender: lenderProblem(draft.lender.trim(), ownWallet),
    purpose: purposeProblem(draft.purpose.trim()),
    until: untilProblem(draft.until, nowMs),
  };
}

export function hasProblems(problems: ShareProblems): boolean {
  return Object.values(problems).some((problem) => problem !== null);
}

/** The last second of the chosen day, as ISO text. */
export function endOfDay(day: string): string {
  return `${day}T23:59:59Z`;
}

/** The day so many days from now, as a date field takes it. */
export function dayFrom(nowMs: number, days: number): string {
  return new Date(nowMs + days * dayMs).toISOString().slice(0, 10);
}

function lenderProblem(lender: string, ownWallet: string): ShareProblems["lender"] {
  if (lender === "") return "lenderMissing";
  if (!/^0x[0-9a-fA-F]{40}$/.test(lender)) return "lenderUnreadable";
  if (lender.toLowerCase() === ownWallet.toLowerCase()) return "lenderIsYou";
  return null;
}

function purposeProblem(purpose: string): ShareProblems["purpose"] {
  if (purpose === "") return "purposeMissing";
  if (purpose.length > maxPurposeLength) return "purposeLong";
  return null;
}

function untilProblem(until: string, nowMs: number): ShareProblems["until"] {
  const endsMs = /^\d{4}-\d{2}-\d{2}$/.test(until) ? Date.parse(endOfDay(until)) : Number.NaN;
  if (Number.isNaN(endsMs)) return "untilMissing";
  if (endsMs <= nowMs) return "untilOver";
  if (endsMs > nowMs + longestShareDays * dayMs) return "untilFar";
  return null;
}
