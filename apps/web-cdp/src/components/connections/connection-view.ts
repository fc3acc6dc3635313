import type { BadgeTone } from "#components/ui/Badge.tsx";
import type { Connection } from "#server/contract.ts";

const dayMs = 86_400_000;
/** Days before the authorisation's end at which the page speaks up, each more urgently. */
export const reconnectDays = [30, 14, 7, 3, 1] as const;

export interface StatusView {
  readonly label: string;
  readonly tone: BadgeTone;
}

/** Whether an import runs or waits for its turn: a refresh leaves the status as it was. */
export function isImporting(connection: Pick<Connection, "status" | "progress">): boolean {
  return connection.status === "importing" || (connection.progress !== null && connection.status !== "disconnected");
}

/** One honest word for the state of a connection: never "Connected" over nothing. */
export function statusView(connection: Connection): StatusView {
  if (isImporting(connection)) {
    return { label: connection.lastSyncedAt === null ? "First import running" : "Refreshing", tone: "notice" };
  }
  switch (connection.status) {
    case "importing":
    case "active":
      return activeView(connection);
    case "needs_reconnect":
      return { label: "Needs reconnecting", tone: "caution" };
    case "error":
      return { label: "Import failed", tone: "danger" };
    case "disconnected":
      return { label: "Disconnected", tone: "neutral" };
  }
}

function activeView({ revenueData, missingScopes }: Connection): StatusView {
  if (revenueData === null) return { label: "Approved, nothing imported yet", tone: "caution" };
  if (revenueData.orderCount === 0) return { label: "Connected, no sales in 90 days", tone: "neutral" };
  if (missingScopes.length > 0) return { label: "Connected, permissions missing", tone: "caution" };
  return { label: "Connected", tone: "positive" };
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

const stageLabels: Readonly<Record<string, string>> = {
  orders: "Orders",
  returns: "Returns and refunds",
  statements: "Statements",
  settlements: "Payout lines of the statements",
  unsettled: "Sales not yet paid out",
  payments: "Payouts",
  withdrawals: "Withdrawals",
  products: "Products",
  commissions: "Commission orders",
  shop_performance: "Shop score",
  chat_satisfaction: "Chat satisfaction",
  shop_gmv: "The platform’s own sales figure",
};

/** What an import is reading, in words; a stage that no table knows reads as its own name. */
export function stageLabel(stage: string): string {
  const known = stageLabels[stage];
  if (known) return known;
  const words = stage.replaceAll(/[_-]+/g, " ").trim();
  return words === "" ? "Preparing" : words.charAt(0).toUpperCase() + words.slice(1);
}
