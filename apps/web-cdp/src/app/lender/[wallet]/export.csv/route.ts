import type { NextRequest } from "next/server";
import { scoreCsv } from "#components/lender/score-csv.ts";
import { trailRows } from "#components/money-trail/trail-csv.ts";
import { csvFile } from "#lib/csv-file.ts";
import { walletInPath } from "#lib/wallet-in-path.ts";
import type { Session, SharedScore } from "#server/contract.ts";
import { app } from "#server/deps.ts";
import { currentSession } from "#server/session.ts";

interface ExportContext {
  readonly params: Promise<{ readonly wallet: string }>;
}

/** The breakdown that a lender may see, as a file. A look like any other: the borrower's access log shows it. */
export async function GET(_request: NextRequest, { params }: ExportContext): Promise<Response> {
  const wallet = walletInPath((await params).wallet);
  const session = await currentSession();
  const shared = session && wallet ? await app().readSharedScore(session, wallet) : null;
  const lines = session && wallet && shared ? exportLines(session, wallet, shared) : null;
  return csvFile(`lendfriend-${wallet}.csv`, lines);
}

/** The figures, and under them the money trail where the share goes that far. */
async function* exportLines(
  session: Session,
  wallet: string,
  shared: SharedScore,
): AsyncGenerator<string, void, undefined> {
  yield scoreCsv(wallet, shared);
  if (shared.share.scope !== "metrics") return;
  yield* trailRows(async (query) => (await app().readSharedTieOut(session, wallet, query))?.tieOut ?? null);
}
