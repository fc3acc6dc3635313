/** A bare integer of 16 digits or more: the only thing that `JSON.parse` can round. Inside text it is a harmless false alarm. */
const longInteger = /[:,[]\s?-?\d{16}/;

/**
 * Parses JSON without losing digits: integers beyond 2^53 come out as text. The platform's ids are text on the wire, but
 * not everywhere (the product id of webhook 5 is a number). Throws `SyntaxError` like `JSON.parse`.
 */
export function parseJson(text: string): unknown {
  return longInteger.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text);
}

function keepDigits(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value !== "number" || Number.isSafeInteger(value)) return value;
  const source = context?.source;
  return source !== undefined && /^-?\d+$/.test(source) ? source : value;
}
