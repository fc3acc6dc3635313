const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const httpDate = /^[A-Z][a-z]{2}, (\d{2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT$/;

/**
 * Reads `Retry-After`: whole or fractional seconds, or an HTTP date. Milliseconds from `nowMs`, never negative;
 * null when absent or unreadable.
 */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
  const text = header?.trim() ?? "";
  if (/^\d{1,9}(\.\d{1,9})?$/.test(text)) return Math.ceil(Number(text) * 1_000);
  const date = httpDateMs(text);
  return date === null ? null : Math.max(0, date - nowMs);
}

/** The preferred HTTP date form ("Sun, 06 Nov 1994 08:49:37 GMT") in milliseconds, or null. */
export function httpDateMs(text: string | null): number | null {
  const match = httpDate.exec(text?.trim() ?? "");
  if (!match) return null;
  const [, day, month = "", year, hour, minute, second] = match;
  const monthIndex = monthNames.indexOf(month);
  if (monthIndex === -1) return null;
  return Date.UTC(Number(year), monthIndex, Number(day), Number(hour), Number(minute), Number(second));
}
