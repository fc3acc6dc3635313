import "server-only";
import { z } from "zod";
import type { TieOutStore } from "#server/ports.ts";
import { type TieOutQuery, tieOutPage } from "#server/tie-out-page.ts";
import { type CallFunction, functionsOf } from "./data-api.ts";
import type { WalletClients } from "./wallet-client.ts";

/** Tie-outs: read as the wallet that owns them, or through the share that lets a lender. */
export function createTieOutStore(call: CallFunction, clientOf: WalletClients): TieOutStore {
  return {
    findTieOut: (session, query) =>
      functionsOf(clientOf(session))("my_tie_out", argumentsOf(query), tieOutPage.nullable()),
    readSharedTieOut: (lender, borrower, query) =>
      call(
        "read_shared_tie_out",
        { p_lender: lender, p_borrower: borrower, ...argumentsOf(query) },
        z.object({ tieOut: tieOutPage.nullable() }).nullable(),
      ),
  };
}

function argumentsOf({ kind, page, pageSize }: TieOutQuery) {
  return { p_kind: kind, p_page: String(page), p_size: String(pageSize) };
}
