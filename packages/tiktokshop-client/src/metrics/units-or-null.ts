import { MoneyError, unitsFromDecimal } from "@lendfriend/connector";

/** Millionths of a plain decimal amount, or null when it is missing or not one. */
export function unitsOrNull(amount: string | null): bigint | null {
  if (amount === null) return null;
  try {
    return unitsFromDecimal(amount);
  } catch (error) {
    if (error instanceof MoneyError) return null;
    throw error;
  }
}
