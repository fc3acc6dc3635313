import "server-only";
import { z } from "zod";
import type { AccountStore } from "#server/ports.ts";
import { type CallFunction, functionsOf } from "./data-api.ts";
import * as answer from "./schemas.ts";
import type { WalletClients } from "./wallet-client.ts";

const rowsPerPage = "500";
const begun = z.object({
  deletionId: z.uuid(),
  ended: z.array(answer.endedConnection.extend({ connectionId: z.uuid() })),
});
const page = z.object({ lines: z.array(z.string()), next: z.string().nullable() });

/** What is held about a wallet as a whole: read as that wallet where a person may read, else by the service's functions. */
export function createAccountStore(call: CallFunction, clientOf: WalletClients): AccountStore {
  return {
    noteExport: (wallet) => call("note_export", { p_wallet: wallet }, answer.nothing),
    isOpen: async (session) =>
      (await functionsOf(clientOf(session))("request_wallet", {}, z.string().nullable())) === session.wallet,
    listExportParts: (session) => functionsOf(clientOf(session))("my_export_parts", {}, z.array(z.string())),
    readExportPage: (session, part, after) =>
      functionsOf(clientOf(session))("my_export_page", { p_part: part, p_after: after, p_size: rowsPerPage }, page),
    readHeldAside: (wallet, after) =>
      call("export_held_aside", { p_wallet: wallet, p_after: after, p_size: rowsPerPage }, page),
    beginDeletion: (wallet) => call("begin_account_deletion", { p_wallet: wallet }, begun.nullable()),
    markRevoked: (deletionId) => call("mark_account_revoked", { p_deletion_id: deletionId }, answer.nothing),
    findDeletion: (deletionId) =>
      call("read_account_deletion", { p_deletion_id: deletionId }, answer.accountDeletion.nullable()),
  };
}
