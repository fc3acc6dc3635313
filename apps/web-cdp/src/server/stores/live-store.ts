import "server-only";
import { z } from "zod";
import type { LiveStore } from "#server/ports.ts";
import { type CallFunction, functionsOf } from "./data-api.ts";
import { liveSales } from "./schemas.ts";
import type { WalletClients } from "./wallet-client.ts";

/** What open dashboards follow: marks across wallets as the service, sales as the wallet that made them. */
export function createLiveStore(call: CallFunction, clientOf: WalletClients): LiveStore {
  return {
    findMarks: async (sessionIds, { from, to }) => {
      const args = { p_sessions: { ids: sessionIds }, p_from: String(from), p_to: String(to) };
      return new Map(Object.entries(await call("live_marks", args, z.record(z.uuid(), z.string()))));
    },
    findSales: (session, { from, to }) =>
      functionsOf(clientOf(session))("my_sales", { p_from: String(from), p_to: String(to) }, liveSales),
  };
}
