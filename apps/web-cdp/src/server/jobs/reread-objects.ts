import "server-only";
import { type Connector, ConnectorError, type Platform, type RereadAnswer } from "@lendfriend/connector";
import type { Pool } from "pg";
import type { Log } from "#server/log.ts";
import { findConnection, type StoredConnection } from "#server/stores/pg/connections.ts";
import { forgetSetAside, saveRows } from "#server/stores/pg/income-writer.ts";
import { findNewestRun, isNewSinceImport } from "#server/stores/pg/newest-run.ts";
import { commitUnless, inTransaction, type Sql } from "#server/stores/pg/pool.ts";
import { deferRereads, endRereads, type RereadBatch, takeRereads } from "#server/stores/pg/rereads.ts";
import { askRescore } from "#server/stores/pg/rescores.ts";
import { requestRefresh } from "#server/stores/pg/runs.ts";
import type { ReadFreshToken } from "./fresh-token.ts";
import { judgeReread } from "./judge-reread.ts";
import { withToken } from "./read-page.ts";

export interface RereadDeps {
  readonly pool: Pool;
  readonly connectors: ReadonlyMap<Platform, Connector>;
  readonly freshToken: ReadFreshToken;
  readonly log: Log;
  /** Milliseconds, as `Date.now`. */
  readonly now: () => number;
  /** Aborted when the worker is asked to stop. */
  readonly stopping: AbortSignal;
}

/** Batches read side by side by one worker. */
const concurrency = 4;
const refreshAfterSeconds = 3600;
const stages = { order: "orders", return: "returns", product: "products" } as const;

/**
 * Reads again, by id, every object that deliveries named and that is due: up to 50 ids in one call, each object at most once in
 * ten seconds. Rows go through the import's writer, so an older answer never replaces a newer one. Answers how many objects
 * were taken.
 */
export async function rereadObjects(deps: RereadDeps): Promise<number> {
  const inFlight = new Set<Promise<void>>();
  let objects = 0;
  for (;;) {
    const batch = deps.stopping.aborted ? null : await takeRereads(deps.pool);
    if (batch === null) break;
    objects += batch.objects.length;
    const reading = rereadBatch(deps, batch).finally(() => inFlight.delete(reading));
    inFlight.add(reading);
    if (inFlight.size >= concurrency) await Promise.race(inFlight);
  }
  await Promise.all(inFlight);
  return objects;
}

/** Never rejects: a batch that nothing more could be stored about is taken again once its due time has come. */
async function rereadBatch(deps: RereadDeps, batch: RereadBatch): Promise<void> {
  try {
    const connection = await findConnection(deps.pool, batch.connectionId);
    if (connection) await ask(deps, batch, connection);
  } catch (error) {
    await settleFailure(deps, batch, error).catch((fault) => deps.log.error("reread_not_settled", fault));
  }
}

async function ask(deps: RereadDeps, batch: RereadBatch, connection: StoredConnection): Promise<void> {
  const connector = deps.connectors.get(connection.platform);
  const shop = connection.shops.find(({ id }) => id === batch.shopId);
  if (!connector || !shop) {
    return giveUp(deps, batch, { state: "missing", code: "shop_gone" });
  }
  const { connectionId, kind } = batch;
  const signal = deps.stopping;
  const reader = { connector, freshToken: deps.freshToken, connectionId, epoch: connection.epoch, signal };
  const ids = batch.objects.map(({ id }) => id);
  const answer = await withToken(reader, ({ accessToken }) =>
    connector.readByIds({ kind, accessToken, shop, ids, signal }),
  );
  await commit(deps, batch, connection, answer);
}

async function settleFailure(deps: RereadDeps, batch: RereadBatch, error: unknown): Promise<void> {
  const tries = Math.max(...batch.objects.map((object) => object.tries));
  const judged = judgeReread(error, { tries, now: Math.floor(deps.now() / 1000) });
  const facts = { connectionId: batch.connectionId, kind: batch.kind, objects: batch.objects.length, ...judged };
  if (error instanceof ConnectorError) deps.log.warn("reread_failed", { ...facts, requestId: error.requestId });
  else deps.log.error("reread_failed", error, facts);
  if (judged.verdict === "defer") return deferRereads(deps.pool, batch, judged);
  await giveUp(deps, batch, { state: judged.verdict, code: judged.code });
}

/** Where an object cannot be read by its id, the lists are asked for what changed. */
async function giveUp(
  { pool }: RereadDeps,
  batch: RereadBatch,
  end: { readonly state: "missing" | "refreshed" | "dead"; readonly code: string },
): Promise<void> {
  const ids = batch.objects.map(({ id }) => id);
  await inTransaction(pool, async (tx) => {
    if (end.state !== "missing") await requestRefresh(tx, batch.connectionId, "webhook");
    await endRereads(tx, batch, ids, end);
  });
}

/**
 * Rows, the objects' new state and the wish for a score commit together. A listing that was frozen or deleted is given out by the
 * list alone, so that is asked for; an unknown order or return is given out by nothing.
 */
async function commit(
  { pool, log }: RereadDeps,
  batch: RereadBatch,
  { epoch }: StoredConnection,
  { rows, rejected, missing }: RereadAnswer,
): Promise<void> {
  const { connectionId, shopId, kind } = batch;
  const found = batch.objects.map(({ id }) => id).filter((id) => !missing.includes(id));
  const isUnlisted = kind === "product" && missing.length > 0;
  const outcome = await commitUnless<"saved" | "dropped">(pool, "dropped", async (tx) => {
    const runId = await findNewestRun(tx, connectionId);
    // First, because it locks the connection for itself: two batches that share it already would wait for each other for ever.
    if (isUnlisted || (await isStale(tx, connectionId, rows))) await requestRefresh(tx, connectionId, "webhook");
    const target = { connectionId, runId, epoch };
    if (!(await saveRows(tx, target, []))) return "dropped";
    await forgetSetAside(tx, { connectionId, shopId, stage: stages[kind] }, found);
    await saveRows(tx, target, [{ shopId, rows, rejected }]);
    if (found.length > 0) await askRescore(tx, connectionId);
    await endRereads(tx, batch, found, { state: "read", code: rejected.length > 0 ? "rows_set_aside" : null });
    await endRereads(tx, batch, missing, { state: isUnlisted ? "refreshed" : "missing", code: "not_given_out" });
    return "saved";
  });
  const facts = { connectionId, kind, read: found.length, missing: missing.length, rejected: rejected.length };
  if (outcome === "saved") log.info("objects_reread", facts);
  else log.warn("reread_dropped", facts);
}

/** A score covers the time up to its import: once an order lies after one that is an hour old, the changes are imported. */
async function isStale(tx: Sql, connectionId: string, rows: RereadAnswer["rows"]): Promise<boolean> {
  const createTime = Math.max(0, ...rows.map((row) => (row.kind === "order" ? row.createTime : 0)));
  return createTime > 0 && isNewSinceImport(tx, connectionId, { createTime, seconds: refreshAfterSeconds });
}
