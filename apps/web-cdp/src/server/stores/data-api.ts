import "server-only";
import type { PostgrestSingleResponse, SupabaseClient } from "@supabase/supabase-js";
import type { z } from "zod";
import { AppError } from "#server/errors.ts";
import { isOutageState } from "./outage.ts";

/** Arguments travel as text, and structures as JSON: the Data API rounds long digits that look like numbers. */
type CallArguments = Readonly<Record<string, string | object | null>>;

/** Calls one database function and parses its answer. Throws `AppError` `unavailable`, or `DataApiError`. */
export type CallFunction = <Answer>(name: string, args: CallArguments, answer: z.ZodType<Answer>) => Promise<Answer>;

/** The database answered, but not as our contract says: a bug of ours, or another version of its functions. */
export class DataApiError extends Error {
  override readonly name = "DataApiError";
  /** SQLSTATE, when there is one. */
  readonly sqlState: string | null;

  constructor(message: string, facts: { readonly sqlState?: string | null; readonly cause?: unknown } = {}) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.sqlState = facts.sqlState ?? null;
  }
}

/** Binds calls to one client, and so to one identity. */
export function functionsOf(client: SupabaseClient): CallFunction {
  return async (name, args, answer) => {
    const response = await client.rpc(name, args);
    return answerOf(name, response, answer);
  };
}

/**
 * Parses the answer of a query, named for the log. Filters on text must be `like` with `%` and `_` ruled out: the local
 * Data API compares whatever reads as a number as one. Throws as functions do.
 */
export function answerOf<Answer>(
  name: string,
  response: PostgrestSingleResponse<unknown>,
  answer: z.ZodType<Answer>,
): Answer {
  if (response.error) throw failureOf(name, response);
  const parsed = answer.safeParse(response.data ?? null);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map(({ path, code }) => `${path.join(".")}: ${code}`).join("; ");
  throw new DataApiError(`${name} answered in another shape (${where}); are all migrations applied?`);
}

/** Our own SQLSTATE: the account is being deleted, or was deleted while this was under way. */
const accountDeleted = "LF001";

/** Our own code: this lender has looked at this borrower as often as a minute allows. */
const tooManyLooks = "LF002";

/** Whatever never reached the database, or found it closed, can be tried again later. */
function failureOf(name: string, { error, status }: PostgrestSingleResponse<unknown>): Error {
  const sqlState = error?.code ?? "";
  const cause = new Error(`HTTP ${status} ${sqlState} ${error?.message ?? ""}`.trim());
  if (sqlState === accountDeleted) {
    return new AppError("conflict", "This account is being deleted. Sign in again in a minute to start anew.", {
      cause,
    });
  }
  if (sqlState === tooManyLooks) {
    return new AppError("rate_limited", "Too many looks at this borrower. Try again in a minute.", {
      cause,
      retryAfterSeconds: 60,
    });
  }
  const isUnreachable = status === 0 || status >= 500 || isOutageState(sqlState) || /^PGRST00/.test(sqlState);
  if (isUnreachable) {
    return new AppError("unavailable", "The database cannot be reached. Try again in a moment.", {
      cause,
      retryAfterSeconds: 5,
    });
  }
  return new DataApiError(`${name} failed`, { sqlState: sqlState || null, cause });
}
