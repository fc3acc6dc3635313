import type { ShareScope } from "#server/contract.ts";

export interface ShareDraft {
  readonly lender: string;
  readonly scope: ShareScope;
  readonly purpose: string;
  /** `YYYY-MM-DD`; the share ends with that day, UTC. */
  readonly until: string;
}

export interface ShareProblems {
  readonly lender: string | null;
  readonly purpose: string | null;
  readonly until: string | null;
}

export const maxPurposeLength = 280;
export const longestShareDays = 365;
const dayMs = 86_400_000;

/** What is wrong with a draft, in the words shown under each field; every entry null when it can be sent. */
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

function lenderProblem(lender: string, ownWallet: string): string | null {
  if (lender === "") return "Enter the lender’s wallet address. Ask the lender for it.";
  if (!/^0x[0-9a-fA-F]{40}$/.test(lender))
    return "This is not a wallet address: it must be 0x followed by 40 letters and digits.";
  if (lender.toLowerCase() === ownWallet.toLowerCase()) return "This is your own wallet. Enter the lender’s.";
  return null;
}

function purposeProblem(purpose: string): string | null {
  if (purpose === "") return "Say what the lender may use it for.";
  if (purpose.length > maxPurposeLength) return `Keep it to ${maxPurposeLength} characters.`;
  return null;
}

function untilProblem(until: string, nowMs: number): string | null {
  const endsMs = /^\d{4}-\d{2}-\d{2}$/.test(until) ? Date.parse(endOfDay(until)) : Number.NaN;
  if (Number.isNaN(endsMs)) return "Choose the last day of the share.";
  if (endsMs <= nowMs) return "Choose a day that is not over yet.";
  if (endsMs > nowMs + longestShareDays * dayMs) return "Choose a day within a year.";
  return null;
}
