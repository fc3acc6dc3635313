import "server-only";
import type { Connector, Platform } from "@lendfriend/connector";
import type { Pool } from "pg";
import type { Log } from "#server/log.ts";
import type { StoredConnection } from "#server/stores/pg/connections.ts";
import type { ClaimedRun } from "#server/stores/pg/runs.ts";
import type { ReadFreshToken } from "./fresh-token.ts";

export interface SyncDeps {
  readonly pool: Pool;
  readonly connectors: ReadonlyMap<Platform, Connector>;
  readonly freshToken: ReadFreshToken;
  readonly log: Log;
  /** Milliseconds, as `Date.now`. */
  readonly now: () => number;
  /** Computes the wallet's score from what was imported and ends the run. */
  readonly score: (run: ClaimedRun, connection: StoredConnection, signal: AbortSignal) => Promise<"scored" | "lost">;
}

export interface SyncJob {
  readonly runId: string;
  /** Retries that the job has behind it. */
  readonly retries: number;
  readonly deferrals: number;
  /** Aborted when the job is taken away. */
  readonly signal: AbortSignal;
  /** Aborted when the worker is asked to stop: the page at hand is finished, the rest is left to another worker. */
  readonly stopping: AbortSignal;
}

export type SyncEnd =
  /** The run is finished, failed, cancelled, or another worker's. */
  | { readonly end: "over" }
  /** There is more to read: another job must carry on. */
  | { readonly end: "more"; readonly run: ClaimedRun; readonly afterSeconds: number; readonly deferrals: number };
