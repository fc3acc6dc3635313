import "server-only";
import type { RereadKind } from "@lendfriend/connector";
import type { Pool } from "pg";
import type { Log } from "#server/log.ts";
import { isOutage } from "#server/stores/outage.ts";
import { inTransaction, type Sql } from "#server/stores/pg/pool.ts";
import { askReread } from "#server/stores/pg/rereads.ts";
import { requestRefresh } from "#server/stores/pg/runs.ts";
import {
  type EventConnection,
  endAuthorization,
  findEventConnections,
  type InboxEvent,
  noteEndingAuthorization,
  settleEvent,
  takeEvents,
} from "#server/stores/pg/webhook-inbox.ts";

export interface WebhookInboxDeps {
  readonly pool: Pool;
  readonly log: Log;
}

/** An event that fails this often is set aside, so that the others flow. */
const mostTries = 5;
const batchSize = 100;

type Effect = (tx: Sql, event: InboxEvent, connection: EventConnection) => Promise<void>;

const effects: { readonly [effect: string]: Effect } = {
  reread_order: reread("order"),
  reread_return: reread("return"),
  reread_product: reread("product"),
  deauthorized: deauthorize,
  authorization_expiring: announceEnd,
};

/**
 * Gives every waiting delivery its effect, once: the effect and the event's new state commit together. A delivery is a
 * hint, so replays and disorder do no harm. Answers how many were settled. Throws what the database throws while it is out of order.
 */
export async function drainWebhookInbox(deps: WebhookInboxDeps): Promise<number> {
  let settled = 0;
  for (;;) {
    const batch = await inTransaction(deps.pool, async (tx) => {
      const events = await takeEvents(tx, batchSize);
      for (const event of events) await settle(deps, tx, event);
      return events.length;
    });
    settled += batch;
    if (batch < batchSize) return settled;
  }
}

async function settle({ log }: WebhookInboxDeps, tx: Sql, event: InboxEvent): Promise<void> {
  await tx.query("savepoint event");
  try {
    const state = await apply(tx, event);
    await settleEvent(tx, event.id, { state, code: state === "parked" ? "unknown_account" : null });
    await tx.query("release savepoint event");
  } catch (error) {
    // Not the event's fault: it waits, with all that came with it, for as long as that lasts.
    if (isOutage(error)) throw error;
    await tx.query("rollback to savepoint event");
    const isDead = event.tries + 1 >= mostTries;
    await settleEvent(tx, event.id, { state: isDead ? "dead" : "pending", code: "failed" });
    log.error("webhook_event_failed", error, { eventId: event.id, effect: event.effect, isDead });
  }
}

async function apply(tx: Sql, event: InboxEvent): Promise<"done" | "parked"> {
  const effect = effects[event.effect];
  if (!effect) return "done";
  const connections = await findEventConnections(tx, event);
  if (connections.length === 0) return "parked";
  for (const connection of connections) await effect(tx, event, connection);
  return "done";
}

/** Asks for exactly what the event names; where it names nothing that can be read by id, for what changed in the lists. */
function reread(kind: RereadKind): Effect {
  return async (tx, { shopId, objectId }, connection) => {
    if (shopId === null || objectId === null || !connection.hasShop) {
      await requestRefresh(tx, connection.id, "webhook");
      return;
    }
    // An authorisation that ended reads nothing; the import after the next consent reads everything.
    if (connection.status === "needs_reconnect") return;
    await askReread(tx, { connectionId: connection.id, shopId, kind, objectId });
  };
}

/** A delivery from before the present consent speaks of an earlier one: it must not end this one. */
async function deauthorize(tx: Sql, event: InboxEvent, connection: EventConnection): Promise<void> {
  const consented = connection.consentedAt === null ? 0 : Math.floor(connection.consentedAt.getTime() / 1000);
  if (event.eventTime !== null && event.eventTime < consented) return;
  await endAuthorization(tx, connection);
}

async function announceEnd(tx: Sql, event: InboxEvent, connection: EventConnection): Promise<void> {
  await noteEndingAuthorization(tx, connection, event.eventTime ?? 0);
}
