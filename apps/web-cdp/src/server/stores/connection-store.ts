import "server-only";
import { z } from "zod";
import type { ConnectionStore } from "#server/ports.ts";
import { type CallFunction, functionsOf } from "./data-api.ts";
import { onceOnly } from "./once-store.ts";
import * as answer from "./schemas.ts";
import type { WalletClients } from "./wallet-client.ts";

const prepared = z.object({ connectionId: z.uuid(), epoch: z.number(), isNew: z.boolean() });
const completed = z.union([
  z.object({ runId: z.uuid() }),
  z.object({ error: z.enum(["shop_already_connected", "conflict"]) }),
  z.object({ error: z.literal("shop_in_other_account"), heldBy: z.uuid() }),
]);
const requested = z.union([
  z.object({ runId: z.uuid(), created: z.boolean() }),
  z.object({ error: z.enum(["not_found", "needs_reconnect", "disconnected"]) }),
]);
const ended = z.union([z.object({ error: z.literal("not_found") }).transform(() => null), answer.endedConnection]);

/** Connections: written by the service's functions, read as the wallet that owns them. */
export function createConnectionStore(call: CallFunction, clientOf: WalletClients): ConnectionStore {
  return {
    prepareConnection: ({ wallet, platform, account, platformUserId }) =>
      call(
        "prepare_connection",
        { p_wallet: wallet, p_platform: platform, p_account: account, p_platform_user_id: platformUserId },
        prepared,
      ),
    completeConnection: (connection) => call("complete_connection", { p_connection: connection }, completed),
    requestSync: (wallet, connectionId, once = null) =>
      onceOnly(call, once)("request_sync", { p_wallet: wallet, p_connection_id: connectionId }, requested),
    disconnect: (wallet, connectionId, keepOrDelete) =>
      call("disconnect_connection", { p_wallet: wallet, p_connection_id: connectionId, p_erase: keepOrDelete }, ended),
    listConnections: (session) => functionsOf(clientOf(session))("my_connections", {}, z.array(answer.connection)),
    listRejectedRows: (session) => functionsOf(clientOf(session))("my_rejected_rows", {}, z.array(answer.rejectedRows)),
  };
}
