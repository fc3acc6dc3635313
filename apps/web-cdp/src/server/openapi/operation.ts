import type { z } from "zod";
import type { AppErrorCode } from "#server/errors.ts";

/** One answer that is no refusal: JSON of a schema, or no body at all. */
export interface Answer {
  readonly description: string;
  readonly schema?: z.ZodType;
  /** Also offered as server-sent events. */
  readonly isStreamed?: true;
  /** Another form than JSON, of text. */
  readonly mediaType?: "application/x-ndjson";
  /** `location` of a redirect. */
  readonly headers?: z.ZodObject;
}

/** One verb of one route, as the HTTP document tells it. */
export interface Operation {
  readonly summary: string;
  readonly description?: string;
  /** Whether the session cookie is needed; without it the answer is 401. */
  readonly session: boolean;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Takes an `idempotency-key`: sent again within 24 hours it has no second effect and gets the first answer. */
  readonly once?: true;
  readonly answers: Readonly<Record<number, Answer>>;
  /** Refusals beyond those that follow from verb, session, query and body. */
  readonly refusals?: readonly AppErrorCode[];
  /** For what the platform sends: neither its origin nor its form is judged. */
  readonly callers?: "anyone";
}

/** The verbs of one path. */
export type PathOperations = Readonly<Partial<Record<"get" | "post" | "delete", Operation>>>;

/** Every path, with parameters as `{id}`. */
export type Operations = Readonly<Record<`/api/${string}`, PathOperations>>;
