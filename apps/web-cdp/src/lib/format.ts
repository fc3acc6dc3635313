/** Locales that the pages can be read in: words follow the language, numbers and dates the region. */
export const supportedLocales = ["en-US", "en-GB", "id-ID", "vi-VN", "th-TH", "de-DE"] as const;

export type Locale = (typeof supportedLocales)[number];

export const defaultLocale: Locale = "en-US";

/** Cookie that holds a person's own choice of locale. */
export const localeCookie = "lf_locale";

const timeZone = "UTC";

/** One calendar for all: a date here is the date at the platform and in a loan's papers, also in Thailand. */
const calendar = "gregory";

/** ICU prints two decimals for these (as ISO 4217 lists them), while people and TikTok Shop use none. */
const wholeUnitCurrencies = new Set(["IDR"]);

const decimalText = /^-?\d+(?:\.\d+)?$/;
const currencyCode = /^[A-Z]{3}$/;
const absent = "–";

/** Chooses the locale: the cookie first, then the browser's list (by region, then by language alone), else US English. */
export function chooseLocale(cookie: string | null, acceptLanguage: string | null): Locale {
  const wanted = [cookie ?? "", ...(acceptLanguage ?? "").split(",").map((part) => part.split(";")[0] ?? "")];
  for (const each of wanted) {
    const tag = each.trim().toLowerCase();
    const found =
      supportedLocales.find((locale) => locale.toLowerCase() === tag) ??
      supportedLocales.find((locale) => languagePart(locale) === languagePart(tag));
    if (found) return found;
  }
  return defaultLocale;
}

function languagePart(tag: string): string {
  return tag.split("-")[0] ?? tag;
}

/** Making a formatter costs about a hundred uses of it, and a page prints hundreds of figures: each is made once. */
function madeOnce<Detail extends string | number, Formatter>(
  make: (locale: Locale, detail: Detail) => Formatter,
): (locale: Locale, detail: Detail) => Formatter {
  const made = new Map<string, Formatter>();
  return (locale, detail) => {
    const key = `${locale} ${detail}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(locale, detail);
    made.set(key, fresh);
    return fresh;
  };
}

function numberFormat<Detail extends string | number>(options: (detail: Detail) => Intl.NumberFormatOptions) {
  return madeOnce((locale, detail: Detail) => new Intl.NumberFormat(locale, options(detail)));
}

const moneyFormat = numberFormat((currency: string) => ({
  style: "currency",
  currency,
  trailingZeroDisplay: "stripIfInteger",
  ...(wholeUnitCurrencies.has(currency) ? { maximumFractionDigits: 0 } : {}),
}));

const compactMoneyFormat = numberFormat((currency: string) => ({
  style: "currency",
  currency,
  notation: "compact",
  maximumFractionDigits: 1,
  trailingZeroDisplay: "stripIfInteger",
}));

const compactFormat = numberFormat((decimals: number) => ({
  notation: "compact",
  maximumFractionDigits: decimals,
}));

const decimalsFormat = numberFormat((decimals: number) => ({ maximumFractionDigits: decimals }));

const percentFormat = numberFormat((decimals: number) => ({ style: "percent", maximumFractionDigits: decimals }));

const fixedFormat = numberFormat((decimals: number) => ({
  minimumFractionDigits: decimals,
  maximumFractionDigits: decimals,
}));

const deltaFormat = numberFormat((decimals: number) => ({
  minimumFractionDigits: decimals,
  maximumFractionDigits: decimals,
  signDisplay: "exceptZero",
}));

const changeFormat = numberFormat((signDisplay: "always" | "auto") => ({
  style: "percent",
  maximumFractionDigits: 1,
  signDisplay,
}));

const dateParts = {
  date: { dateStyle: "medium", timeZone, calendar },
  day: { month: "short", day: "numeric", timeZone, calendar },
  dateTime: { dateStyle: "medium", timeStyle: "short", timeZone, calendar },
  time: { timeStyle: "short", timeZone },
  weekday: { weekday: "long", timeZone },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const dateFormat = madeOnce(
  (locale, parts: keyof typeof dateParts) => new Intl.DateTimeFormat(locale, dateParts[parts]),
);

const relativeFormat = madeOnce(
  (locale, numeric: "auto" | "always") => new Intl.RelativeTimeFormat(locale, { numeric }),
);

const regionNames = madeOnce((locale, type: "region") => new Intl.DisplayNames(locale, { type }));

/** Prints an exact decimal string as money; "–" for a figure that was not reported. Never goes through a float. */
export function formatMoney(locale: Locale, amount: string | null, currency: string | null): string {
  if (amount === null || !isDecimalText(amount)) return absent;
  if (currency === null || !currencyCode.test(currency))
    return `${plainNumber(locale, amount)} ${currency ?? ""}`.trim();
  return moneyFormat(locale, currency).format(amount);
}

/** Money for an axis or a tile: "$15K". The exact figure stands in the table beside it. */
export function formatMoneyCompact(locale: Locale, amount: number, currency: string | null): string {
  if (currency === null || !currencyCode.test(currency)) return compactNumber(locale, amount);
  return compactMoneyFormat(locale, currency).format(amount);
}

export function formatCount(locale: Locale, count: number): string {
  return decimalsFormat(locale, 0).format(count);
}

/** A plain number with at most `decimals` decimals: `formatNumber("en-US", 1234.5, 1)` → "1,234.5". */
export function formatNumber(locale: Locale, value: number, decimals = 2): string {
  return decimalsFormat(locale, decimals).format(value);
}

/** Rounded to one decimal, for words that count it themselves, as plurals do. */
export function tenthsOf(value: number): number {
  return Math.round(value * 10) / 10;
}

/** An exact decimal text with all of its decimals: "15873.0158" → "15,873.0158". Never goes through a float. */
export function formatDecimal(locale: Locale, decimal: string): string {
  if (!isDecimalText(decimal)) return absent;
  return decimalsFormat(locale, 20).format(decimal);
}

/** A ratio as a percentage: 0.0512 → "5.1%". */
export function formatPercent(locale: Locale, ratio: number, decimals = 1): string {
  return percentFormat(locale, decimals).format(ratio);
}

/** A change of so many percent, with its sign: "+30" → "+30%", "-2.5" → "-2.5%", "0" → "0%". */
export function formatChange(locale: Locale, percent: string): string {
  return changeFormat(locale, percent.startsWith("+") ? "always" : "auto").format(Number(percent) / 100);
}

/** Points with one decimal, as the score is read; `formatPointsExact` keeps the ledger's three. */
export function formatPoints(locale: Locale, points: number): string {
  return fixedFormat(locale, 1).format(points);
}

/** A whole score with one decimal, never rounded up: 54.961 reads "54.9", since "55.0" would belong to the next tier. */
export function formatScore(locale: Locale, score: number): string {
  return formatPoints(locale, Math.floor(Math.round(score * 1_000) / 100) / 10);
}

export function formatPointsExact(locale: Locale, points: number): string {
  return fixedFormat(locale, 3).format(points);
}

/** A signed change: "+1.4", "−2.0", "0.0". */
export function formatDelta(locale: Locale, points: number): string {
  return deltaFormat(locale, 1).format(points).replace("-", "−");
}

/** "Nov 23, 2026", in UTC. */
export function formatDate(locale: Locale, when: string | number | null): string {
  const time = timeOf(when);
  if (time === null) return absent;
  return dateFormat(locale, "date").format(time);
}

/** "Nov 23", in UTC; for the axis of a chart. */
export function formatDayShort(locale: Locale, when: string | number | null): string {
  const time = timeOf(when);
  if (time === null) return absent;
  return dateFormat(locale, "day").format(time);
}

/** Name of a day of the week, 1 (Monday) to 7: "Monday". */
export function formatWeekday(locale: Locale, day: number): string {
  const firstMonday = Date.UTC(2024, 0, 1);
  return dateFormat(locale, "weekday").format(firstMonday + (day - 1) * 86_400_000);
}

/** "Nov 23, 2026, 1:15 AM UTC". */
export function formatDateTime(locale: Locale, when: string | number | null): string {
  const time = timeOf(when);
  if (time === null) return absent;
  const text = dateFormat(locale, "dateTime").format(time);
  // Browsers disagree on the narrow space before AM/PM; a plain one keeps server and browser equal.
  return `${text.replaceAll("\u202f", " ")} ${timeZone}`;
}

/** "1:15 AM", in UTC; beside a date that says so. */
export function formatTime(locale: Locale, when: string | number | null): string {
  const time = timeOf(when);
  if (time === null) return absent;
  return dateFormat(locale, "time").format(time).replaceAll("\u202f", " ");
}

const relativeSteps = [
  { unit: "year", seconds: 31_557_600 },
  { unit: "month", seconds: 2_629_800 },
  { unit: "week", seconds: 604_800 },
  { unit: "day", seconds: 86_400 },
  { unit: "hour", seconds: 3_600 },
  { unit: "minute", seconds: 60 },
] as const;

/** "3 hours ago", "in 5 days", "now", counted from `now`, which the caller passes so that server and browser agree. */
export function formatRelative(locale: Locale, when: string | number | null, now: string | number): string {
  const time = timeOf(when);
  const from = timeOf(now);
  if (time === null || from === null) return absent;
  const seconds = (time - from) / 1_000;
  const step = relativeSteps.find((candidate) => Math.abs(seconds) >= candidate.seconds);
  if (!step) return relativeFormat(locale, "auto").format(0, "second");
  return relativeFormat(locale, "always").format(Math.trunc(seconds / step.seconds), step.unit);
}

/** "0x12ab…89ef": enough of an address to recognise it by. */
export function formatWallet(wallet: string): string {
  return wallet.length > 12 ? `${wallet.slice(0, 6)}…${wallet.slice(-4)}` : wallet;
}

/** A platform's word in sentence case: "CROSS_BORDER" → "Cross border". For words that no table knows. */
export function formatWord(word: string): string {
  const text = word.replaceAll(/[_-]+/g, " ").trim().toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Name of a market from its code: "GB" → "United Kingdom"; a code nobody knows stays as it is. */
export function formatRegion(locale: Locale, code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return regionNames(locale, "region").of(code) ?? code;
}

function plainNumber(locale: Locale, amount: `${number}`): string {
  return decimalsFormat(locale, 6).format(amount);
}

function compactNumber(locale: Locale, amount: number): string {
  return compactFormat(locale, 1).format(amount);
}

function isDecimalText(text: string): text is `${number}` {
  return decimalText.test(text);
}

/** Milliseconds of an ISO text, or of unix seconds when a number under 10^11; null when it is no time. */
function timeOf(when: string | number | null): number | null {
  if (when === null) return null;
  const time = typeof when === "string" ? Date.parse(when) : when < 100_000_000_000 ? when * 1_000 : when;
  return Number.isFinite(time) ? time : null;
}
