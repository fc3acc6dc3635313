import type { Connection } from "#server/contract.ts";
import { type ReconnectNotice, reconnectNotice } from "./connection-view.ts";

export interface ReconnectDue extends ReconnectNotice {
  readonly connection: Connection;
}

/**
 * The connections whose consent has ended or ends within 30 days, the most urgent first. One that the platform refuses
 * already has ended, whatever date it once named; one that was disconnected is nobody's task.
 */
export function reconnectDue(connections: readonly Connection[], now: string | number): readonly ReconnectDue[] {
  return connections
    .flatMap((connection) => {
      const notice = noticeOf(connection, now);
      return notice === null ? [] : [{ ...notice, connection }];
    })
    .sort((left, right) => left.daysLeft - right.daysLeft);
}

function noticeOf({ status, authorizationExpiresAt }: Connection, now: string | number): ReconnectNotice | null {
  if (status === "disconnected") return null;
  if (status === "needs_reconnect") return { daysLeft: 0, threshold: 0, urgent: true };
  return reconnectNotice(authorizationExpiresAt, now);
}
