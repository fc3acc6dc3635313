import { sumDecimals } from "@lendfriend/connector";
import type { z } from "zod";
import { amountFromPrinted } from "../money/printed-amount.ts";
import type { printedMoney } from "../wire/fields.ts";
import { keptAmount } from "./kept-amount.ts";
import { RowError } from "./row-error.ts";

type WireMoney = z.infer<typeof printedMoney>;

/** The amounts of one commission line, in one currency, and what of them could not be read. */
export interface CommissionAmounts<Name extends string> {
  readonly currency: string | null;
  readonly amounts: Readonly<Record<Name, string | null>>;
  /** One sentence for each amount that was there and is kept as "not reported". */
  readonly unread: readonly string[];
}

/**
 * Reads the amounts of a commission line. Several parts under one name are added up, since they exclude each other on the wire.
 * Throws `RowError` for a line whose amounts are in several currencies: it cannot be one record.
 */
export function readAmounts<Name extends string>(
  parts: Readonly<Record<Name, readonly WireMoney[]>>,
): CommissionAmounts<Name> {
  const unread: string[] = [];
  const currencies = new Set<string>();

  function read(name: string, money: WireMoney): string | null {
    if (!money?.amount) return null;
    const value = isCurrency(money.currency) ? amountFromPrinted(money.amount, money.currency) : null;
    if (value === null) unread.push(`${name}: printed so that it can be read in several ways, kept as not reported`);
    if (isCurrency(money.currency)) currencies.add(money.currency);
    return value;
  }

  function readAll(name: string, moneys: readonly WireMoney[]): string | null {
    const values = moneys.map((money) => read(name, money)).filter((value) => value !== null);
    if (values.length === 1) return values[0] ?? null;
    return values.length === 0 ? null : keptAmount(sumDecimals(values), name);
  }

  const amounts = mapValues(parts, readAll);
  if (currencies.size > 1) throw new RowError("the amounts of one line are in several currencies");
  const [currency = null] = currencies;
  return { currency, amounts, unread };
}

function isCurrency(text: string | null | undefined): text is string {
  return typeof text === "string" && /^[A-Z]{3}$/.test(text);
}

function mapValues<Name extends string, From, To>(
  from: Readonly<Record<Name, From>>,
  map: (name: Name, value: From) => To,
): Record<Name, To> {
  // Safe: the entries are exactly those of `from`, whose keys are all of `Name`.
  const entries = Object.entries(from) as [Name, From][];
  return Object.fromEntries(entries.map(([name, value]) => [name, map(name, value)])) as Record<Name, To>;
}
