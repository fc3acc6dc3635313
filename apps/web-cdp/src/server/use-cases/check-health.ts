import "server-only";
import type { App } from "#server/contract.ts";
import type { Ports } from "#server/ports.ts";

/** A worker writes its sign of life every few seconds; one that is silent for this long is gone. */
const workerSilenceMs = 60_000;
const unreadAfterSeconds = 60;
const recordSilenceMs = 5 * 60_000;
const keptMs = 1_000;

/**
 * One check for all who ask while it runs and for a second after it: anybody may ask as often as they like, and the
 * database is asked once.
 */
export function createHealthCheck(ports: Pick<Ports, "health" | "log" | "now">): App["checkHealth"] {
  let shared: ReturnType<App["checkHealth"]> | null = null;
  let answeredAt: Date | null = null;
  // A clock that was put back must not keep an answer for as long as it was put back.
  const isOver = () => answeredAt !== null && Math.abs(ports.now().getTime() - answeredAt.getTime()) >= keptMs;
  return () => {
    if (shared !== null && !isOver()) return shared;
    answeredAt = null;
    shared = checkHealth(ports).finally(() => {
      answeredAt = ports.now();
    });
    return shared;
  };
}

/** Whether people can be served: `down` without a database that takes writes, `degraded` when nobody imports. Never throws. */
export async function checkHealth({
  health,
  log,
  now,
}: Pick<Ports, "health" | "log" | "now">): ReturnType<App["checkHealth"]> {
  try {
    const { migrations, workerSeenAt } = await health.checkDatabase();
    const writes = await takesWrites({ health, log });
    const worker = workerState(workerSeenAt, now());
    const webhooks = webhookState(await health.readWebhooks());
    const auditHeads = recordState(await health.readRecordedAt(), now());
    return {
      status: !writes ? "down" : worker === "ok" ? "ok" : "degraded",
      checks: {
        database: writes ? "ok" : "takes no writes",
        migrations: migrations ?? "unknown",
        worker,
        webhooks,
        auditHeads,
      },
    };
  } catch (error) {
    log.error("health.database_unreachable", error);
    return { status: "down", checks: { database: "unreachable" } };
  }
}

/** A full disk or a read-only database still answers reads, and serves nobody. */
async function takesWrites({ health, log }: Pick<Ports, "health" | "log">): Promise<boolean> {
  try {
    await health.probeWriting();
    return true;
  } catch (error) {
    log.error("health.database_takes_no_writes", error);
    return false;
  }
}

/** In words for whoever looks after the installation; it serves people all the same. */
function webhookState(facts: Awaited<ReturnType<Ports["health"]["readWebhooks"]>>): string {
  const { dead, oldestWaitingSeconds, shopsWithoutTopics } = facts;
  const notes = [
    dead > 0 ? `set aside within a day: ${dead}` : "",
    oldestWaitingSeconds > unreadAfterSeconds ? `unread for ${oldestWaitingSeconds} s` : "",
    shopsWithoutTopics > 0 ? `shops without topics: ${shopsWithoutTopics}` : "",
  ].filter((note) => note !== "");
  return notes.length === 0 ? "ok" : notes.join("; ");
}

/** Signed heads of the audit chains outside of the database: written each minute where a worker is told to. */
function recordState(recordedAt: Date | null, now: Date): string {
  if (recordedAt === null) return "off";
  return now.getTime() - recordedAt.getTime() <= recordSilenceMs ? "ok" : `silent since ${recordedAt.toISOString()}`;
}

function workerState(seenAt: Date | null, now: Date): string {
  if (seenAt === null) return "never_seen";
  return now.getTime() - seenAt.getTime() <= workerSilenceMs ? "ok" : "silent";
}
