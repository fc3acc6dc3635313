import { randomUUID } from "node:crypto";
import type { AccountDeletion, Session } from "#server/contract.ts";
import type { AccountStore, ExportPage } from "#server/ports.ts";

const rowsPerPage = 3;

type Ended = NonNullable<Awaited<ReturnType<AccountStore["beginDeletion"]>>>["ended"];

interface MemoryAccountsOptions {
  readonly now: () => Date;
  readonly isOpen: (session: Session) => boolean;
  /** Ends what the other tables hold of a wallet that gives access, and answers the connections that ended. */
  readonly endAccess: (wallet: string) => Promise<Ended>;
}

/** What is held about wallets, for exports: rows by wallet and part, and how many pages were asked for. */
export function createMemoryAccounts({ now, isOpen, endAccess }: MemoryAccountsOptions) {
  const rows: { wallet: string; part: string; row: object }[] = [];
  const read = { pages: 0 };

  const pageOf = async (wallet: string, part: string, after: string | null): Promise<ExportPage> => {
    read.pages += 1;
    const from = after === null ? 0 : Number(after);
    const own = rows.filter((held) => held.wallet === wallet && held.part === part);
    const lines = own.slice(from, from + rowsPerPage).map(({ row }) => JSON.stringify({ part, row }));
    return { lines, next: lines.length === 0 ? null : String(from + lines.length) };
  };

  const deletions = new Map<string, AccountDeletion & { readonly wallet: string }>();

  const store: AccountStore = {
    async beginDeletion(wallet) {
      const open = [...deletions.values()].find((deletion) => deletion.wallet === wallet);
      if (open) return { deletionId: open.id, ended: [] };
      const id = randomUUID();
      deletions.set(id, { id, wallet, state: "revoking", requestedAt: now().toISOString(), erasedAt: null });
      return { deletionId: id, ended: await endAccess(wallet) };
    },
    async markRevoked(deletionId) {
      const found = deletions.get(deletionId);
      if (found) deletions.set(deletionId, { ...found, state: "revoked" });
    },
    async findDeletion(deletionId) {
      const { wallet: _, ...found } = deletions.get(deletionId) ?? { wallet: null };
      return "id" in found ? found : null;
    },
    isOpen: async (session) => isOpen(session),
    noteExport: async (wallet) => void rows.push({ wallet, part: "audit_log", row: { action: "account.exported" } }),
    listExportParts: async () => ["audit_log", "orders"],
    readExportPage: ({ wallet }, part, after) => pageOf(wallet, part, after),
    readHeldAside: (wallet, after) => pageOf(wallet, "sessions", after),
  };
  return { store, rows, read };
}
