import "server-only";
import type { App } from "#server/contract.ts";
import type { Ports } from "#server/ports.ts";

/** A worker writes its sign of life every few seconds; one that is silent for this long is gone. */
const workerSilenceMs = 60_000;
const unreadAfterSeconds = 60;

/** Whether people can be served: `down` without a database, `degraded` when nobody imports. Never throws. */
export async function checkHealth({
  health,
  log,
  now,
}: Pick<Ports, "health" | "log" | "now">): ReturnType<App["checkHealth"]> {
  try {
    const { migrations, workerSeenAt } = await health.checkDatabase();
    const worker = workerState(workerSeenAt, now());
    const webhooks = webhookState(await health.readWebhooks());
    return {
      status: worker === "ok" ? "ok" : "degraded",
      checks: { database: "ok", migrations: migrations ?? "unknown", worker, webhooks },
    };
  } catch (error) {
    log.error("health.database_unreachable", error);
    return { status: "down", checks: { database: "unreachable" } };
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

function workerState(seenAt: Date | null, now: Date): string {
  if (seenAt === null) return "never_seen";
  return now.getTime() - seenAt.getTime() <= workerSilenceMs ? "ok" : "silent";
}
