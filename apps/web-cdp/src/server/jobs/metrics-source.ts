import "server-only";
import { type Connector, type Platform, reasonText } from "@lendfriend/connector";
import type { MetricsSource, TieOutSource } from "@lendfriend/tiktokshop-client";
import { createRateTable, hashRates, type RateTable } from "#server/rates/rate-table.ts";
import { listScoredConnections, type StoredConnection } from "#server/stores/pg/connections.ts";
import { listRates } from "#server/stores/pg/fx-rates.ts";
import { isKeptAside, streamByOrder, streamRecords } from "#server/stores/pg/income-reader.ts";
import { listOutcomes, type StageOutcome } from "#server/stores/pg/outcomes.ts";
import type { Sql } from "#server/stores/pg/pool.ts";
import type { ClaimedRun } from "#server/stores/pg/runs.ts";
import { type FinishedRun, latestFinishedRuns } from "#server/stores/pg/scores.ts";
import { provisionalReasons } from "./provisional-reasons.ts";
import { stageStatuses } from "./stage-status.ts";

type ConnectionIncome = MetricsSource["connections"][number];

export interface WalletSource {
  /** The wallet's accounts that count. */
  readonly connections: readonly StoredConnection[];
  /** Everything that the wallet's living connections imported. */
  ofWallet(): MetricsSource & TieOutSource;
  /** The same for one of them. */
  ofConnection(connectionId: string): MetricsSource;
}

export interface SourceRequest {
  /** Inside the transaction in which the figures are read: streams live in it. */
  readonly tx: Sql;
  readonly connectors: ReadonlyMap<Platform, Connector>;
  /** The run that has just been read: its connection counts as imported, the others as they last were. Null to take all so. */
  readonly run: Pick<ClaimedRun, "id" | "connectionId"> | null;
  /** Unix seconds: what the figures cover, [from, to). */
  readonly window: { readonly from: number; readonly to: number };
  readonly wallet: string;
}

/** Another account's import this much older than the run no longer describes the same days. */
const mostLagSeconds = 2 * 86_400;

/** Opens what a wallet's figures are computed from, as of the window's end. Rows are streamed, never gathered. */
export async function openMetricsSource(request: SourceRequest): Promise<WalletSource> {
  const { tx, run, window, wallet } = request;
  const connections = await listScoredConnections(tx, wallet, run?.connectionId ?? null);
  const finished = await latestFinishedRuns(
    tx,
    connections.map((connection) => connection.id),
  );
  const incomes = new Map<string, { readonly income: ConnectionIncome; readonly doubts: readonly string[] }>();
  for (const connection of connections) {
    const isOwn = connection.id === run?.connectionId;
    const latest = finished.get(connection.id);
    const runId = isOwn ? run.id : latest?.runId;
    const outcomes = runId === undefined ? [] : await listOutcomes(tx, runId);
    const doubts = [
      ...provisionalReasons(outcomes).map(reasonText),
      ...(isOwn ? [] : lagDoubts(connection, latest, window.to)),
    ];
    incomes.set(connection.id, { income: incomeOf(request, connection, outcomes), doubts });
  }
  const stored = await listRates(tx, dayOf(window.from), dayOf(window.to));

  function sourceOf(ids: readonly string[]): MetricsSource & TieOutSource {
    const chosen = ids.flatMap((id) => incomes.get(id) ?? []);
    return {
      asOf: window.to,
      connections: chosen.map(({ income }) => income),
      read: (connectionId, kind) => streamRecords(tx, kind, connectionId),
      readByOrder: (connectionId, kind) => streamByOrder(tx, kind, connectionId),
      isKeptAside: (connectionId, order) => isKeptAside(tx, connectionId, order),
      rates: exchangeRates(createRateTable(stored)),
      provisional: chosen.flatMap(({ doubts }) => doubts),
    };
  }

  return {
    connections,
    ofWallet: () => sourceOf([...incomes.keys()]),
    ofConnection: (connectionId) => sourceOf([connectionId]),
  };
}

function incomeOf(
  { connectors }: SourceRequest,
  connection: StoredConnection,
  outcomes: readonly StageOutcome[],
): ConnectionIncome {
  const { id, account, region, status, authorizationExpiresAt, firstActivity, shops } = connection;
  const stages = connectors.get(connection.platform)?.stages(account) ?? [];
  const shopIds = shops.map((shop) => shop.id);
  return {
    id,
    account,
    region,
    isAuthorized: status !== "needs_reconnect",
    authorizationExpiresAt:
      authorizationExpiresAt === null ? null : Math.floor(authorizationExpiresAt.getTime() / 1000),
    firstActivity,
    shops: shops.map((shop) => ({
      id: shop.id,
      name: shop.name,
      region: shop.region,
      sellerType: shop.sellerType,
      isActive: shop.isActive,
      firstActivity: shop.firstActivity,
    })),
    stages: stageStatuses(stages, shopIds, outcomes),
  };
}

function lagDoubts(connection: StoredConnection, latest: FinishedRun | undefined, asOf: number): readonly string[] {
  if (latest && asOf - latest.asOf <= mostLagSeconds) return [];
  return [`the ${connection.account} account was last imported long before the others`];
}

/** The page says "rates as of": the source names the days, and says so when a rate is one that came with the product. */
function exchangeRates(table: RateTable): MetricsSource["rates"] {
  return {
    rateOn: (currency, day) => table.rateOn(currency, day),
    describe() {
      const used = table.usedRates();
      const groups = [...new Set(used.map((rate) => rate.source))].sort().map((source) => {
        const days = used.filter((rate) => rate.source === source).map((rate) => rate.date);
        return `${source === "seed" ? "seed rates" : source} as of ${days.at(-1)}`;
      });
      return { source: groups.length === 0 ? "none needed" : groups.join("; "), hash: hashRates(used) };
    },
  };
}

function dayOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}
