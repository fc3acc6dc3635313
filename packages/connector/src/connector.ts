import type { Page } from "./paginate.ts";
import type { IncomeRecord, RejectedRow } from "./records.ts";

/** Platforms that a connection can belong to. TikTok Shop is live; the others are listed as coming. */
export type Platform = "tiktokshop" | "shopify" | "stripe" | "youtube" | "twitch";

export type AccountKind = "seller" | "creator";

/** Which consent page to open: TikTok Shop keeps US apps apart from the rest of the world. */
export type Market = "US" | "ROW";

/** Tokens as the platform issued them. Expiries are absolute unix seconds, straight from the answer. */
export interface TokenSet {
  readonly accessToken: string;
  readonly accessTokenExpiresAt: number;
  readonly refreshToken: string;
  /** When the person's authorisation itself ends; null when the platform says it does not. */
  readonly refreshTokenExpiresAt: number | null;
  /** The platform's stable id of whoever consented. */
  readonly platformUserId: string;
  readonly displayName: string | null;
  readonly region: string | null;
  readonly account: AccountKind;
  readonly grantedScopes: readonly string[];
}

export interface PlatformShop {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  /** `LOCAL`, `CROSS_BORDER`, or whatever else the platform says. */
  readonly sellerType: string;
  /** Opaque handle that calls about this shop carry. Never shown. */
  readonly cipher: string;
  /** Whether the platform lists the shop as active; null when it would not tell. */
  readonly isActive: boolean | null;
}

export interface PlatformAccount {
  readonly displayName: string;
  readonly region: string | null;
  /** Empty for creators. */
  readonly shops: readonly PlatformShop[];
}

/** One kind of row that an import reads, in the words shown to people. */
export interface ImportStage {
  readonly stage: string;
  readonly account: AccountKind;
  /** Read once per shop (true) or once per account (false). */
  readonly perShop: boolean;
  /** The scope that the person must have granted; null when none is needed beyond the token. */
  readonly scope: string | null;
  /** Whether the app asks for that scope: withheld consent scores 0, a scope never asked for is unavailable by platform. */
  readonly asked: boolean;
  /** A required stage that is refused fails the import; any other one is skipped with its reason. */
  readonly required: boolean;
  /** Read for each id that a parent stage hands out (statement → its transactions), instead of once. */
  readonly parent: string | null;
  /** Whether the list can be asked for what changed in a range instead of what was made in it. */
  readonly tellsChanges?: boolean;
  /** Rows this many days older than the newest one are final, so a refresh need not read them again. */
  readonly finalAfterDays?: number;
  /** The stage from which rows move to this one: it is read to its end first, so that none is missed on its way. */
  readonly after?: string;
}

export interface PageRequest {
  readonly stage: string;
  readonly accessToken: string;
  readonly shop: PlatformShop | null;
  /** Unix seconds, inclusive. */
  readonly from: number;
  /** Unix seconds, exclusive. */
  readonly to: number;
  readonly parentId: string | null;
  readonly cursor: string | null;
  /** Which time of a row the range is about, by default when it was made. `updated` only where the stage offers it. */
  readonly by?: RangeTime;
  readonly signal?: AbortSignal;
}

export type RangeTime = "created" | "updated";

/** The part of a page that stays when its list is cut after it. */
export type PageHead = Pick<ImportPage, "rows" | "rejected" | "parentIds" | "counted">;

export interface ImportPage extends Page<IncomeRecord> {
  readonly rejected: readonly RejectedRow[];
  /** Ids that a child stage must read next. */
  readonly parentIds: readonly string[];
  /** Rows of the platform's list on this page, each once, in the unit of `total`; left out when that cannot be told. */
  readonly counted?: number;
  /**
   * On a first page that does not end its list: the range of time that is left to read, so that it can be read in several
   * windows at once, and this page without its rows inside that range. Left out when the list cannot be cut by time.
   */
  readonly rest?: { readonly from: number; readonly to: number; readonly head: PageHead };
}

/** What a signed webhook says, reduced to a hint: re-read by id, never trust the body as data. */
export interface WebhookEvent {
  readonly notificationId: string;
  readonly type: number;
  readonly shopId: string | null;
  readonly platformUserId: string | null;
  readonly timestamp: number;
  readonly effect:
    | "reread_order"
    | "reread_return"
    | "reread_product"
    | "deauthorized"
    | "authorization_expiring"
    | "ignored";
  /** The order, return or product to read again; null when the event names none. */
  readonly objectId: string | null;
}

/** What a webhook can name and a platform gives out by id. */
export type RereadKind = "order" | "return" | "product";

export interface RereadRequest {
  readonly kind: RereadKind;
  readonly accessToken: string;
  readonly shop: PlatformShop;
  /** At most 50. */
  readonly ids: readonly string[];
  readonly signal?: AbortSignal;
}

export interface RereadAnswer {
  readonly rows: readonly IncomeRecord[];
  readonly rejected: readonly RejectedRow[];
  /** Ids that the platform does not give out under this shop: deleted, unknown, or another shop's. */
  readonly missing: readonly string[];
}

/** The contract that every platform meets. All calls may throw `ConnectorError`. */
export interface Connector {
  readonly platform: Platform;
  /** Markets where the platform can be connected; shown when a region is refused. */
  readonly markets: readonly string[];
  /** Of those, the ones where this kind of account can be connected (creators: not where affiliate data is withheld). */
  marketsFor(account: AccountKind): readonly string[];
  authorizationUrl(request: { readonly state: string; readonly account: AccountKind; readonly market: Market }): string;
  exchangeCode(code: string): Promise<TokenSet>;
  refresh(refreshToken: string): Promise<TokenSet>;
  readAccount(tokens: TokenSet): Promise<PlatformAccount>;
  /** Scopes that the app asks for and the person did not grant. */
  missingScopes(account: AccountKind, grantedScopes: readonly string[]): readonly string[];
  /** Of those, the ones without which nothing can be imported. */
  requiredScopes(account: AccountKind): readonly string[];
  stages(account: AccountKind): readonly ImportStage[];
  readPage(request: PageRequest): Promise<ImportPage>;
  /** The account's earliest order or commission in unix seconds, or null when it never had one. */
  readFirstActivity(request: {
    readonly account: AccountKind;
    readonly accessToken: string;
    readonly shop: PlatformShop | null;
    readonly asOf: number;
    readonly signal?: AbortSignal;
  }): Promise<number | null>;
  /** Reads exactly the objects of these ids, as they are now. */
  readByIds(request: RereadRequest): Promise<RereadAnswer>;
  /** Has the platform send the shop's events that this connector reads to `address`. Does nothing where it already does. */
  subscribe(accessToken: string, shop: PlatformShop, address: string): Promise<void>;
  /** Takes those events back, where the platform offers that. Best effort. */
  unsubscribe(accessToken: string, shop: PlatformShop): Promise<void>;
  /** Ends the authorisation of one shop at the platform, where the platform offers that. Best effort. */
  deauthorize(accessToken: string, shop: PlatformShop): Promise<void>;
  /** Returns the event when the signature over the raw bytes is right, else null. Never throws. */
  readWebhook(rawBody: Uint8Array, authorization: string | null): WebhookEvent | null;
}
