/** An exact amount as the platform reported it: a plain decimal string and its ISO 4217 currency. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

/** Raised when text is not a plain decimal amount that fits the fixed scale. */
export class MoneyError extends Error {
  override readonly name = "MoneyError";
}

/** Decimal places that every amount is held at, in all currencies; the same as `numeric(20,6)` in the tables. */
export const moneyScale = 6;

const unit = 10n ** BigInt(moneyScale);
const plainDecimal = /^(-?)(\d{1,14})(?:\.(\d{1,6})0*)?$/;

/**
 * Parses a plain decimal ("39.08", "-4.2", "168000") into whole millionths of the currency's main unit.
 * Throws `MoneyError` for anything else: grouping, exponents, more than six significant decimals, NaN-looking text.
 */
export function unitsFromDecimal(amount: string): bigint {
  const match = plainDecimal.exec(amount);
  if (!match) throw new MoneyError(`"${amount.slice(0, 40)}" is not a plain decimal amount with at most 6 decimals`);
  const [, sign, whole = "0", fraction = ""] = match;
  const units = BigInt(whole) * unit + BigInt(fraction.padEnd(moneyScale, "0"));
  return sign === "-" ? -units : units;
}

/** Prints millionths as the shortest plain decimal: `14250000000n` → "14250", `-4200000n` → "-4.2". */
export function decimalFromUnits(units: bigint): string {
  const size = units < 0n ? -units : units;
  const whole = size / unit;
  const fraction = (size % unit).toString().padStart(moneyScale, "0").replace(/0+$/, "");
  const sign = units < 0n ? "-" : "";
  return fraction === "" ? `${sign}${whole}` : `${sign}${whole}.${fraction}`;
}

/** Divides with half-even rounding, exact in integers. Throws `MoneyError` when the divisor is zero. */
export function divideHalfEven(dividend: bigint, divisor: bigint): bigint {
  if (divisor === 0n) throw new MoneyError("division by zero");
  const negative = dividend < 0n !== divisor < 0n;
  const top = dividend < 0n ? -dividend : dividend;
  const bottom = divisor < 0n ? -divisor : divisor;
  const quotient = top / bottom;
  const twice = (top % bottom) * 2n;
  const roundsUp = twice > bottom || (twice === bottom && quotient % 2n === 1n);
  const size = roundsUp ? quotient + 1n : quotient;
  return negative ? -size : size;
}

/** Rounds millionths half-even to the given number of decimals (0 to 6), still in millionths. */
export function roundUnits(units: bigint, decimals: number): bigint {
  const step = 10n ** BigInt(moneyScale - decimals);
  return divideHalfEven(units, step) * step;
}

/** Sums decimal strings exactly. Throws `MoneyError` when one of them is not a plain decimal. */
export function sumDecimals(amounts: Iterable<string>): string {
  let total = 0n;
  for (const amount of amounts) total += unitsFromDecimal(amount);
  return decimalFromUnits(total);
}
