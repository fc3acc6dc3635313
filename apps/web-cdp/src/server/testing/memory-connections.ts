import { randomUUID } from "node:crypto";
import type { Connection, ConnectionStatus } from "#server/contract.ts";
import type { CompletedConnection, ConnectionStore } from "#server/ports.ts";

interface Row extends CompletedConnection {
  status: ConnectionStatus;
  isActive: boolean;
  openRun: string | null;
  hasTokens: boolean;
}

/** The tables behind connections, with the same rules as their SQL functions. */
export function createMemoryConnections() {
  const rows = new Map<string, Row>();
  const own = (wallet: string, id: string) => {
    const row = rows.get(id.toLowerCase());
    return row?.wallet === wallet ? row : null;
  };

  const connections: ConnectionStore = {
    async prepareConnection(key) {
      const found = [...rows.values()].find((row) => isSame(row, key));
      return { connectionId: found?.connectionId ?? randomUUID(), epoch: (found?.epoch ?? 0) + 1, isNew: !found };
    },
    async completeConnection(connection) {
      const shopIds = new Set(connection.shops.map(({ id }) => id));
      const others = [...rows.values()].filter((row) => row.isActive && !isSame(row, connection));
      const holder = others.find(
        (row) => isSameAccount(row, connection) || row.shops.some(({ id }) => shopIds.has(id)),
      );
      if (holder && holder.wallet !== connection.wallet) return { error: "shop_already_connected" };
      if (holder) return { error: "shop_in_other_account", heldBy: holder.connectionId };
      const stored = [...rows.values()].find((row) => isSame(row, connection));
      if ((stored?.epoch ?? 0) + 1 !== connection.epoch) return { error: "conflict" };
      const runId = randomUUID();
      rows.set(connection.connectionId, {
        ...connection,
        status: "importing",
        isActive: true,
        openRun: runId,
        hasTokens: true,
      });
      return { runId };
    },
    async requestSync(wallet, id) {
      const row = own(wallet, id);
      if (!row) return { error: "not_found" };
      if (row.status === "needs_reconnect" || row.status === "disconnected") return { error: row.status };
      if (row.openRun !== null) return { runId: row.openRun, created: false };
      row.openRun = randomUUID();
      return { runId: row.openRun, created: true };
    },
    async disconnect(wallet, id, keepOrDelete) {
      const row = own(wallet, id);
      if (!row) return null;
      const { epoch, account, platform, shops } = row;
      const accessToken = row.hasTokens ? row.accessToken : null;
      if (keepOrDelete === "delete") rows.delete(row.connectionId);
      Object.assign(row, { status: "disconnected", isActive: false, openRun: null, hasTokens: false });
      return { accessToken, epoch, account, platform, shops };
    },
    async listConnections({ wallet }) {
      return [...rows.values()].filter((row) => row.wallet === wallet).map(connectionFrom);
    },
    async listRejectedRows() {
      return [];
    },
  };
  return { connections, rows };
}

type AccountKey = Pick<CompletedConnection, "platform" | "account" | "platformUserId">;

function isSame(row: Row, key: AccountKey & Pick<CompletedConnection, "wallet">): boolean {
  return row.wallet === key.wallet && isSameAccount(row, key);
}

function isSameAccount(row: Row, key: AccountKey): boolean {
  return row.platform === key.platform && row.account === key.account && row.platformUserId === key.platformUserId;
}

function connectionFrom(row: Row): Connection {
  return {
    id: row.connectionId,
    platform: "tiktokshop",
    account: row.account,
    platformUserId: row.platformUserId,
    displayName: row.displayName,
    shops: row.shops.map(({ id, name, region, sellerType }) => ({ id, name, region, sellerType })),
    status: row.status,
    progress: null,
    lastSyncedAt: null,
    authorizationExpiresAt: null,
    missingScopes: row.missingScopes,
    error: null,
    revenueData: null,
  };
}
