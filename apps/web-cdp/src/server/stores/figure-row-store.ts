import "server-only";
import { z } from "zod";
import { storedRows } from "#server/figure-rows.ts";
import type { FigureRowStore } from "#server/ports.ts";
import { type CallFunction, functionsOf } from "./data-api.ts";
import type { WalletClients } from "./wallet-client.ts";

/** Rows behind figures: read as the wallet that owns them, gathered by a worker on request. */
export function createFigureRowStore(call: CallFunction, clientOf: WalletClients): FigureRowStore {
  return {
    findRows: (session, { figure, side, cursor, pageSize }, kinds) =>
      functionsOf(clientOf(session))(
        "my_figure_rows",
        {
          p_figure: figure,
          p_side: side,
          p_kinds: kinds,
          p_after: String(cursor.after),
          p_size: String(pageSize),
        },
        storedRows.nullable(),
      ),
    requestRows: (wallet) => call("request_figure_rows", { p_wallet: wallet }, z.object({ gaveUp: z.boolean() })),
  };
}
