import "server-only";
import { z } from "zod";
import type { HealthStore } from "#server/ports.ts";
import type { CallFunction } from "./data-api.ts";
import * as answer from "./schemas.ts";

const health = z.object({
  ok: z.literal(true),
  migrations: z.string().nullable(),
  worker: z.object({ lastSeenAt: z.string() }).nullable(),
});

const webhooks = z.object({
  dead: z.number(),
  oldestWaitingSeconds: z.number(),
  shopsWithoutTopics: z.number(),
});

/** The database's own word on its state. */
export function createHealthStore(call: CallFunction): HealthStore {
  return {
    checkDatabase: async () => {
      const { migrations, worker } = await call("health_check", {}, health);
      return { migrations, workerSeenAt: worker === null ? null : new Date(worker.lastSeenAt) };
    },
    probeWriting: () => call("probe_writing", {}, answer.nothing),
    readRecordedAt: async () => {
      const { recordedAt } = await call("audit_health", {}, z.object({ recordedAt: z.string().nullable() }));
      return recordedAt === null ? null : new Date(recordedAt);
    },
    readWebhooks: () => call("webhook_health", {}, webhooks),
  };
}
