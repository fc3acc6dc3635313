import { z } from "zod";

/*
 * One claim is one leaf of the tree. Its text is what is hashed, and exactly one text exists for each claim: the fields
 * cannot hold the characters that separate them, and a number has one spelling.
 */

/** `net_usd_90d`, `factor_points.revenue`: lower-case words, dots between parts. */
const path = z.string().regex(/^[a-z][a-z0-9_]{0,40}(\.[a-z][a-z0-9_]{0,40}){0,2}$/);
/** An ISO 4217 currency (`USD`) or a word (`orders`, `days`, `points`, `share`). */
const unit = z.string().regex(/^([A-Z]{3}|[a-z]{1,16})$/);
/** A plain decimal in its only spelling: no exponent, no sign on zero, no idle zeros. */
const decimal = z
  .string()
  .max(40)
  .regex(/^(0|-?[1-9]\d*|-?(0|[1-9]\d*)\.\d*[1-9])$/);

const exactClaim = z.strictObject({ kind: z.literal("exact"), path, value: decimal, unit });
const boundClaim = z.strictObject({
  kind: z.enum(["at_least", "at_most"]),
  path,
  bound: decimal,
  unit,
  /** Whether the figure keeps to the bound. Both answers are leaves, so a missing one proves nothing. */
  holds: z.boolean(),
});

export const claimSchema = z.union([exactClaim, boundClaim]);

/** A figure itself, or whether it keeps to a bound: then the figure stays hidden. */
export type Claim = Readonly<z.infer<typeof claimSchema>>;

/**
 * The one text of a claim: `net_usd_90d = 14250.75 USD`, `net_usd_90d >= 10000 USD : true`.
 * Throws `ZodError` for a claim that has none.
 */
export function claimText(claim: Claim): string {
  const known = claimSchema.parse(claim);
  if (known.kind === "exact") return `${known.path} = ${known.value} ${known.unit}`;
  const sign = known.kind === "at_least" ? ">=" : "<=";
  return `${known.path} ${sign} ${known.bound} ${known.unit} : ${known.holds}`;
}

/** Brings decimal text ("0014250.750", "-0") into its only spelling. Throws `RangeError` for anything else. */
export function canonicalDecimal(text: string): string {
  const match = /^(-?)0*(\d+?)(?:\.(\d*?)0*)?$/.exec(text);
  if (!match) throw new RangeError("not a plain decimal number");
  const [, sign = "", whole = "0", fraction = ""] = match;
  const size = fraction === "" ? whole : `${whole}.${fraction}`;
  return size === "0" ? "0" : `${sign}${size}`;
}
