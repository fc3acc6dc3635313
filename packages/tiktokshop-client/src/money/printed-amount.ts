/** How a currency is printed for people in TikTok Shop's markets. */
interface PrintingRule {
  /** Which of the two separators starts the decimals; `either` where the market's languages disagree. */
  readonly decimalMark: "." | "," | "either";
  /** Decimals that people print; IDR has two in ISO 4217 and none on TikTok Shop. */
  readonly decimals: 0 | 2;
  readonly symbols: readonly string[];
}

const ruleByCurrency: Readonly<Record<string, PrintingRule>> = {
  BRL: { decimalMark: ",", decimals: 2, symbols: ["R$"] },
  EUR: { decimalMark: "either", decimals: 2, symbols: ["€"] },
  GBP: { decimalMark: ".", decimals: 2, symbols: ["£"] },
  IDR: { decimalMark: ",", decimals: 2, symbols: ["Rp", "Rp."] },
  JPY: { decimalMark: ".", decimals: 0, symbols: ["¥", "￥", "円"] },
  MXN: { decimalMark: ".", decimals: 2, symbols: ["$", "MX$", "Mex$"] },
  MYR: { decimalMark: ".", decimals: 2, symbols: ["RM"] },
  PHP: { decimalMark: ".", decimals: 2, symbols: ["₱"] },
  SGD: { decimalMark: ".", decimals: 2, symbols: ["$", "S$"] },
  THB: { decimalMark: ".", decimals: 2, symbols: ["฿"] },
  USD: { decimalMark: ".", decimals: 2, symbols: ["$", "US$"] },
  VND: { decimalMark: ",", decimals: 0, symbols: ["₫", "đ"] },
};

const plainDecimal = /^-?\d{1,14}(?:\.\d{1,6}0*)?$/;
const oneGroup = /^-?[1-9]\d{0,2}\.\d{3}$/;
/** Sign, symbol and digits, in the orders that are in use: `-$5`, `$-5`, `5 €`. */
const printed = /^(-?)([^\d.,\s-]*(?:\.(?=\d|\s))?)\s*(-?)([\d.,\s]*\d)\s*([^\d.,\s-]*)$/u;

/**
 * Reads an amount that the platform may have printed for people (`Rp9.900`, `$1,234.50`, `1.234,50 €`) by the rules of its
 * currency, and gives a plain decimal. Null for whatever could be read in two ways, or breaks the currency's rules: an amount is
 * never guessed. Plain decimals pass unchanged, save a bare `9.900` where the point groups thousands.
 */
export function amountFromPrinted(text: string, currency: string): string | null {
  const rule = ruleByCurrency[currency];
  if (plainDecimal.test(text)) return isAmbiguousPlain(text, rule) ? null : text;
  const match = printed.exec(text.trim());
  if (!match || !rule) return null;
  const [, signBefore = "", symbolBefore = "", signAfter = "", digits = "", symbolAfter = ""] = match;
  const symbol = symbolBefore || symbolAfter;
  if ((symbolBefore !== "" && symbolAfter !== "") || (signBefore !== "" && signAfter !== "")) return null;
  if (symbol !== "" && symbol !== currency && !rule.symbols.includes(symbol)) return null;
  const value = decimalFromGrouped(digits.replace(/\s/gu, " "), rule);
  return value === null ? null : `${signBefore || signAfter}${value}`;
}

/** Where the point groups thousands, or the rules are unknown, `9.900` alone may be either number. */
function isAmbiguousPlain(text: string, rule: PrintingRule | undefined): boolean {
  return rule?.decimalMark !== "." && oneGroup.test(text);
}

function decimalFromGrouped(digits: string, rule: PrintingRule): string | null {
  const mark = rule.decimalMark === "either" ? markFrom(digits) : rule.decimalMark;
  const [whole = "", fraction, ...rest] = digits.split(mark);
  if (rest.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction))) return null;
  if (fraction !== undefined && fraction.length > rule.decimals) return null;
  const grouping = mark === "." ? "," : ".";
  const isGrouped = new RegExp(`^\\d{1,3}(?:(?:\\${grouping}\\d{3})+|(?: \\d{3})+)$`).test(whole);
  if (!isGrouped && !/^\d{1,14}$/.test(whole)) return null;
  const units = whole.replace(/\D/g, "");
  if (units.length > 14) return null;
  return fraction === undefined ? units : `${units}.${fraction}`;
}

/** The last mark starts the decimals, unless it stands more than once: then it groups. Three digits behind it are refused above. */
function markFrom(digits: string): "." | "," {
  const at = Math.max(digits.lastIndexOf("."), digits.lastIndexOf(","));
  const [mark, other] = digits[at] === "," ? ([",", "."] as const) : ([".", ","] as const);
  return digits.indexOf(mark) === at ? mark : other;
}
