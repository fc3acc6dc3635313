import {
  type Connector,
  ConnectorError,
  type ImportPage,
  type ImportStage,
  type IncomeRecord,
  type PageRequest,
  type RejectedRow,
  type TokenSet,
} from "@lendfriend/connector";

/** One list of the platform: what a stage holds for a shop, or for a parent id. */
export interface ScriptedList {
  readonly rows: readonly IncomeRecord[];
  readonly rejected?: readonly RejectedRow[];
  /** Ids that the list's first page hands out to child stages. */
  readonly parentIds?: readonly string[];
}

export interface ScriptedPlatform extends Connector {
  /** Every page asked for, in order, as `stage/shop/parent/cursor`. */
  readonly asked: readonly string[];
  readonly refreshes: () => number;
  /** Runs before a page is answered; may throw or wait. Returning a page answers that page instead. */
  onPage: (request: PageRequest, asked: string) => Promise<ImportPage | null>;
  /** Makes the given access token, and every earlier one, expired. */
  expire: (accessToken: string) => void;
  onRefresh: () => Promise<void>;
}

const pageSize = 2;
const life = 7 * 86_400;

/**
 * A second, small platform behind the connector's contract: lists in memory, two rows a page, tokens that expire on
 * command. For guarantees of the engine that hold for any platform; what TikTok Shop does is played by the sandbox.
 */
export function createScriptedPlatform(
  stages: readonly ImportStage[],
  lists: { readonly [stageAndOwner: string]: ScriptedList },
  now: () => number = () => Math.floor(Date.now() / 1000),
): ScriptedPlatform {
  const asked: string[] = [];
  const expired = new Set<string>();
  let refreshes = 0;

  function listOf(request: PageRequest): ScriptedList {
    const owner = request.parentId ?? request.shop?.id ?? "account";
    return lists[`${request.stage}/${owner}`] ?? { rows: [] };
  }

  const platform: ScriptedPlatform = {
    platform: "tiktokshop",
    markets: ["US"],
    marketsFor: () => ["US"],
    asked,
    refreshes: () => refreshes,
    onPage: async () => null,
    onRefresh: async () => undefined,
    expire: (accessToken) => expired.add(accessToken),
    authorizationUrl: () => "https://platform.example/authorize",
    exchangeCode: async () => tokenSet(0, now()),
    async refresh() {
      refreshes += 1;
      const issued = refreshes;
      await platform.onRefresh();
      return tokenSet(issued, now());
    },
    readAccount: async () => ({ displayName: "Corner Shop", region: "US", shops: [] }),
    missingScopes: () => [],
    requiredScopes: () => [],
    stages: () => stages,
    async readPage(request) {
      const name = [request.stage, request.shop?.id, request.parentId, request.cursor].join("/");
      asked.push(name);
      if (expired.has(request.accessToken)) throw new ConnectorError("token_expired", "the access token has expired");
      const scripted = await platform.onPage(request, name);
      if (scripted) return scripted;
      const list = listOf(request);
      const from = Number(request.cursor ?? 0);
      const end = from + pageSize;
      return {
        rows: list.rows.slice(from, end),
        nextCursor: end < list.rows.length ? String(end) : null,
        total: list.rows.length + (list.rejected?.length ?? 0),
        rejected: from === 0 ? (list.rejected ?? []) : [],
        parentIds: from === 0 ? (list.parentIds ?? []) : [],
      };
    },
    readFirstActivity: async () => 1_600_000_000,
    readByIds: async ({ ids }) => ({ rows: [], rejected: [], missing: ids }),
    subscribe: async () => undefined,
    unsubscribe: async () => undefined,
    deauthorize: async () => undefined,
    readWebhook: () => null,
  };
  return platform;
}

export function tokenSet(issue: number, now: number): TokenSet {
  return {
    accessToken: `access-${issue}`,
    accessTokenExpiresAt: now + life,
    refreshToken: `refresh-${issue}`,
    refreshTokenExpiresAt: null,
    platformUserId: "user",
    displayName: "Corner Shop",
    region: "US",
    account: "seller",
    grantedScopes: [],
  };
}
