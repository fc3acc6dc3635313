import "server-only";
import type { LiveState, Session } from "#server/contract.ts";
import { salesDayOf } from "#server/live/sales-day.ts";
import type { Ports } from "#server/ports.ts";

/** What the wallet's dashboard follows: its connections, today's sales (UTC), and which score is the newest. */
export async function readLive(
  { connections, live, now }: Pick<Ports, "connections" | "live" | "now">,
  session: Session,
): Promise<LiveState> {
  const startedAt = now();
  const today = salesDayOf(startedAt);
  // In this order: an import becomes active together with its score, so a finished one is never told without it.
  const own = await connections.listConnections(session);
  const { snapshotHash, byCurrency, latest } = await live.findSales(session, today);
  return {
    at: startedAt.toISOString(),
    connections: own,
    today: { day: today.day, byCurrency, latest },
    snapshotHash,
  };
}
