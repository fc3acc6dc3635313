import { z } from "zod";

const kind = z.discriminatedUnion("kind", [
  /** Any HTTP answer: an envelope out of code and message, or a whole body. */
  z.object({
    kind: z.literal("answer"),
    status: z.coerce.number().int().min(200).max(599),
    code: z.coerce.number().int().optional(),
    message: z.string().optional(),
    body: z.string().optional(),
    headers: z.record(z.string(), z.string()).optional(),
  }),
  z.object({ kind: z.literal("delay"), delayMs: z.coerce.number().min(0) }),
  /** The socket stays open and silent. */
  z.object({ kind: z.literal("hang") }),
  z.object({ kind: z.literal("drip"), bytesPerSecond: z.number().min(1) }),
  z.object({ kind: z.literal("reset") }),
  /** Full content-length, fewer bytes, closed. */
  z.object({ kind: z.literal("truncate"), bytes: z.int().min(0) }),
  z.object({ kind: z.literal("html_502") }),
  z.object({ kind: z.literal("invalid_json") }),
  z.object({ kind: z.literal("wrong_content_type") }),
  z.object({ kind: z.literal("redirect"), location: z.string() }),
  z.object({ kind: z.literal("huge_body"), bytes: z.int().min(1) }),
  z.object({ kind: z.literal("gzip_bomb"), bytes: z.int().min(1) }),
  /** The next token is the one that was asked with. */
  z.object({ kind: z.literal("repeat_page_token") }),
  z.object({ kind: z.literal("empty_page_with_token") }),
  z.object({ kind: z.literal("duplicate_rows") }),
  z.object({ kind: z.literal("shrinking_totals") }),
  /** Members laid over a good answer's data; null removes one. */
  z.object({ kind: z.literal("patch_data"), patch: z.record(z.string(), z.unknown()) }),
]);

const aim = z.object({
  /** Part of the path, e.g. `/order/` or `/api/v2/token/refresh`; empty matches every path. */
  path: z.string(),
  method: z.string().optional(),
  persona: z.string().optional(),
  /** How often it strikes; absent means until it is cleared. */
  times: z.int().min(1).optional(),
  /** How many matching requests pass before it strikes. */
  after: z.int().min(0).optional(),
  /** Chance of striking, drawn from the seed. */
  probability: z.number().min(0).max(1).optional(),
  seed: z.string().optional(),
  /** The request is carried out and its answer is lost. */
  afterEffect: z.boolean().optional(),
});

export const faultSchema = z.intersection(kind, aim);

/** One way a provider can lie, stall or break off, and which requests it strikes. */
export type Fault = z.infer<typeof faultSchema>;
export type FaultKind = Fault["kind"];
