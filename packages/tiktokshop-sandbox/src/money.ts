/** Money inside the sandbox: a safe integer count of hundredths of the currency's unit. */
export type Hundredths = number;

/** Prints hundredths as the platform does: a decimal string without forced decimals (`"19.54"`, `"2.3"`, `"0"`). */
export function decimal(amount: Hundredths): string {
  const sign = amount < 0 ? "-" : "";
  const digits = String(Math.abs(amount)).padStart(3, "0");
  const fraction = digits.slice(-2).replace(/0+$/, "");
  return `${sign}${digits.slice(0, -2)}${fraction === "" ? "" : `.${fraction}`}`;
}

/** Reads a plain decimal string into hundredths; anything else is null. */
export function parseDecimal(text: string): Hundredths | null {
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,2}))?$/.exec(text);
  if (match === null) return null;
  const [, sign = "", whole = "0", fraction = ""] = match;
  const amount = Number(whole) * 100 + Number(fraction.padEnd(2, "0"));
  return sign === "-" ? -amount : amount;
}

const wholeUnitCurrencies: ReadonlySet<string> = new Set(["IDR", "VND", "JPY"]);

/** A share of an amount, rounded half up to what the currency can show (IDR, VND and JPY show no decimals). */
export function share(amount: Hundredths, fraction: number, currency: string): Hundredths {
  const step = wholeUnitCurrencies.has(currency) ? 100 : 1;
  return Math.round((amount * fraction) / step) * step;
}

export function sum<T>(rows: readonly T[], amountOf: (row: T) => Hundredths): Hundredths {
  return rows.reduce((total, row) => total + amountOf(row), 0);
}

const printedStyles: Readonly<Record<string, { readonly symbol: string; readonly locale: string }>> = {
  IDR: { symbol: "Rp", locale: "de-DE" },
  VND: { symbol: "₫", locale: "de-DE" },
  USD: { symbol: "$", locale: "en-US" },
};

/** Prints an amount for people (`Rp9.900`), which some creator answers do instead of a plain decimal. */
export function printed(amount: Hundredths, currency: string): string {
  const style = printedStyles[currency];
  if (style === undefined) return decimal(amount);
  const decimals = wholeUnitCurrencies.has(currency) ? 0 : 2;
  const number = (amount / 100).toLocaleString(style.locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return `${style.symbol}${number}`;
}
