/* Numbers in sentences. Written by hand so that no locale or time zone can change a report. */

/** `1234.5` → "$1,234.50"; whole amounts without cents. */
export function usd(amount: number): string {
  const text = Math.abs(amount)
    .toFixed(2)
    .replace(/\.00$/, "")
    .replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return `${amount < 0 ? "-" : ""}$${text}`;
}

/** `0.0512` → "5.1%"; whole percents without a decimal. */
export function percent(fraction: number): string {
  return `${decimal(fraction * 100, 1)}%`;
}

/** A signed change: `0.25` → "+25%". */
export function change(fraction: number): string {
  return fraction > 0 ? `+${percent(fraction)}` : percent(fraction);
}

/** At most the given decimals, no trailing zeros, no minus zero. */
export function decimal(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  const short = text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  return short === "-0" ? "0" : short;
}

/** `counted(1, "order")` → "1 order"; `counted(3, "order")` → "3 orders". */
export function counted(count: number, noun: string): string {
  return `${decimal(count, 0)} ${count === 1 ? noun : `${noun}s`}`;
}
