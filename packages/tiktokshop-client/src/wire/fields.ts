import { unplain } from "@lendfriend/connector";
import { z } from "zod";

/*
 * The few kinds of field that the platform's rows are made of. Everything is nullish unless a record cannot exist without it:
 * the platform leaves empty fields out, or sends "" for them. Messages never quote a value.
 */

const plainDecimal = /^-?\d{1,14}(?:\.\d{1,6}0*)?$/;
const plainDecimalOrEmpty = /^(?:-?\d{1,14}(?:\.\d{1,6}0*)?)?$/;
const positiveDecimal = /^\d{1,14}(?:\.\d{1,6}0*)?$/;
const positiveDecimalOrEmpty = /^(?:\d{1,14}(?:\.\d{1,6}0*)?)?$/;
const everyUnplain = new RegExp(unplain, "gu");
const lastSecond = 99_999_999_999;

/** A platform id: text, since it does not fit a JSON number. */
export const id = z.string().regex(/^[\x21-\x7e]{1,64}$/, "not an id");
/** A word of an open list, such as a status. */
export const word = exactText(100);
export const text = plainText(2_000).nullish();
export const currency = z.string().regex(/^[A-Z]{3}$/, "not a currency code");

/** An id that a row may lack: "" and null are no id. */
export const optionalId = z
  .string()
  .regex(/^[\x21-\x7e]{0,64}$/, "not an id")
  .nullish();

/** For people to read. What would break the line, or turn the direction of the text around it, is left out. */
export function plainText(mostCharacters: number) {
  return z
    .string()
    .max(mostCharacters, "too long")
    .transform((value) => value.toWellFormed().replaceAll(everyUnplain, ""));
}

/** Text that means something by itself, so that nothing of it is left out: what no table can hold is refused. */
export function exactText(mostCharacters: number) {
  return z
    .string()
    .min(1, "empty")
    .max(mostCharacters, "too long")
    .refine((value) => value.isWellFormed() && !value.includes("\0"), "not text");
}

/** Unix seconds; milliseconds are too large to pass. */
export const time = z.int("not unix seconds").min(1, "not unix seconds").max(lastSecond, "not unix seconds");
export const optionalTime = z.int("not unix seconds").min(0, "negative").max(lastSecond, "not unix seconds").nullish();

export const amount = z.string("not a plain decimal").regex(plainDecimal, "not a plain decimal");
export const optionalAmount = z
  .string("not a plain decimal")
  .regex(plainDecimalOrEmpty, "not a plain decimal")
  .nullish();
/** For figures that are never negative on the wire, so that one which is stands out. */
export const positiveAmount = z
  .string("not a plain decimal")
  .regex(positiveDecimal, "not a plain decimal, or negative");
export const optionalPositiveAmount = z
  .string("not a plain decimal")
  .regex(positiveDecimalOrEmpty, "not a plain decimal, or negative")
  .nullish();

/** The platform writes flags as booleans and, in some markets, as text. */
export const flag = z.union([z.boolean(), z.enum(["true", "false", ""])], "not a flag").nullish();

/** `{ amount, currency }` of the affiliate endpoints: `{}` means not reported, and amounts may be printed for people. */
export const printedMoney = z
  .object({ amount: z.string().max(60, "too long").nullish(), currency: z.string().max(10, "too long").nullish() })
  .nullish();

export function isTrue(value: z.infer<typeof flag>): boolean {
  return value === true || value === "true";
}

/** Empty text and absence are the same nothing. */
export function textOrNull(value: string | null | undefined): string | null {
  return value === undefined || value === "" ? null : value;
}

/** The platform writes 0 for an id that points nowhere. */
export function idOrNull(value: string | null | undefined): string | null {
  return value === "0" ? null : textOrNull(value);
}

export function timeOrNull(value: number | null | undefined): number | null {
  return value === undefined || value === 0 ? null : value;
}
