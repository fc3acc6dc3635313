import type { BadgeTone } from "#components/ui/Badge.tsx";
import { formatWord } from "#lib/format.ts";
import type { Connection } from "#server/contract.ts";
import type { Messages, Translator } from "#words/translator.ts";

const dayMs = 86_400_000;
/** Days before the authorisation's end at which the page speaks up, each more urgently. */
export const reconnectDays = [30, 14, 7, 3, 1] as const;

export interface StatusView {
  readonly status: keyof Messages["connections"]["status"];
  readonly tone: BadgeTone;
}

/** Whether an import runs or waits for its turn: a refresh leaves the status as it was. */
export function isImporting(connection: Pick<Connection, "status" | "progress">): boolean {
  return connection.status === "importing" || (connection.progress !== null && connection.status !== "disconnected");
}

/** One honest word for the state of a connection: never "Connected" over nothing. */
export function statusView(connection: Connection): StatusView {
  if (isImporting(connection)) {
    return { status: connection.lastSyncedAt === null ? "firstImport" : "refreshing", tone: "notice" };
  }
  switch (connection.status) {
    case "importing":
    case "active":
      return activeView(connection);
    case "needs_reconnect":
      return { status: "needsReconnect", tone: "caution" };
    case "error":
      return { status: "failed", tone: "danger" };
    case "disconnected":
      return { status: "disconnected", tone: "neutral" };
  }
}

function activeView({ revenueData, missingScopes }: Connection): StatusView {
  if (revenueData === null) return { status: "empty", tone: "caution" };
  if (revenueData.orderCount === 0) return { status: "noSales", tone: "neutral" };
  if (missingScopes.length > 0) return { status: "partial", tone: "caution" };
  return { status: "connected", tone: "positive" };
}

export interface ReconnectNotice {
  readonly daysLeft: number;
  /** The last of 30, 14, 7, 3, 1 that has been passed; 0 once it has ended. */
  readonly threshold: number;
  readonly urgent: boolean;
}

/** When the authorisation ends soon or has ended; null while there is time. */
export function reconnectNotice(authorizationExpiresAt: string | null, now: string | number): ReconnectNotice | null {
  if (authorizationExpiresAt === null) return null;
  const from = typeof now === "string" ? Date.parse(now) : now;
  const leftMs = Date.parse(authorizationExpiresAt) - from;
  if (!Number.isFinite(leftMs)) return null;
  if (leftMs <= 0) return { daysLeft: 0, threshold: 0, urgent: true };
  const daysLeft = Math.ceil(leftMs / dayMs);
  const passed = reconnectDays.filter((days) => daysLeft <= days);
  const threshold = passed.at(-1);
  return threshold === undefined ? null : { daysLeft, threshold, urgent: threshold <= 7 };
}

/** The market to open the consent page in when an account is connected again. */
export function marketOf(connection: Connection): "US" | "ROW" | null {
  if (connection.shops.length === 0) return null;
  return connection.shops.some((shop) => shop.region === "US") ? "US" : "ROW";
}

/** What an import is reading, in words; a stage that no table knows reads as its own name. */
export function stageLabel(t: Translator<"connections">, stage: string): string {
  if (isKnownStage(t, stage)) return t(`importing.stage.${stage}`);
  return formatWord(stage) || t("importing.preparing");
}

function isKnownStage(
  t: Translator<"connections">,
  stage: string,
): stage is keyof Messages["connections"]["importing"]["stage"] {
  return t.has(`importing.stage.${stage as "orders"}`);
}
