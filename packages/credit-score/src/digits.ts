/* Figures as the digits of a sentence. Written by hand so that no locale or time zone can change a report. */

/** `1234.5` → "1234.50"; whole amounts without cents. */
export function money(amount: number): string {
  const digits = Math.abs(amount).toFixed(2).replace(/\.00$/, "");
  return amount < 0 ? `-${digits}` : digits;
}

/** Of 100: `0.0512` → "5.1"; whole percents without a decimal. */
export function percent(fraction: number): string {
  return decimal(fraction * 100, 1);
}

/** A signed change, of 100: `0.25` → "+25". */
export function change(fraction: number): string {
  return fraction > 0 ? `+${percent(fraction)}` : percent(fraction);
}

/** A count, whole. */
export function whole(count: number): string {
  return decimal(count, 0);
}

/** At most the given decimals, no trailing zeros, no minus zero. */
export function decimal(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  const short = text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  return short === "-0" ? "0" : short;
}
