/** What TikTok's way back put into the dashboard's address. */
export type ConnectReturn =
  | { readonly outcome: "connected" }
  | { readonly outcome: "failed"; readonly error: ConnectionFailure };

export interface ConnectionFailure {
  readonly code: string;
  /** Support reference, when the server gave one. */
  readonly reference: string | null;
  /** Permissions that were not granted, for `missing_permissions`. */
  readonly scopes: readonly string[];
  /** Id of the connection that brings the shop already, for `shop_in_other_account`. */
  readonly heldBy: string | null;
}

const maxTextLength = 200;
const parameterNames = ["tiktokshop_connected", "tiktokshop_error", "ref", "scopes", "held_by"] as const;

/** Reads the outcome from the address's query; null when the page was opened in any other way. */
export function readConnectReturn(query: URLSearchParams): ConnectReturn | null {
  const code = query.get("tiktokshop_error");
  if (code) {
    return {
      outcome: "failed",
      error: {
        code: code.slice(0, 60),
        reference: plainText(query.get("ref")),
        scopes: scopeList(query.get("scopes")),
        heldBy: plainText(query.get("held_by")),
      },
    };
  }
  return query.get("tiktokshop_connected") === "true" ? { outcome: "connected" } : null;
}

/** The same address without the outcome, so that a reload or a bookmark does not tell it twice. */
export function withoutConnectReturn(url: URL): string {
  const cleaned = new URL(url);
  for (const name of parameterNames) cleaned.searchParams.delete(name);
  return `${cleaned.pathname}${cleaned.search}${cleaned.hash}`;
}

/** Query of a page as Next hands it over, as `URLSearchParams`. */
export function queryFrom(params: Readonly<Record<string, string | string[] | undefined>>): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const text of Array.isArray(value) ? value : [value ?? ""]) query.append(name, text);
  }
  return query;
}

/** The query can be written by anybody; only text that looks like a reference or an id is taken. */
function plainText(text: string | null): string | null {
  return text !== null && /^[\w.:-]{1,80}$/.test(text) ? text : null;
}

function scopeList(text: string | null): string[] {
  if (text === null) return [];
  return text
    .slice(0, maxTextLength * 4)
    .split(/[\s,]+/)
    .filter((scope) => /^[\w.&-]{3,80}$/.test(scope))
    .slice(0, 12);
}
