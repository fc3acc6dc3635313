import type { NextRequest } from "next/server";
import { scoreCsv } from "#components/lender/score-csv.ts";
import { trailRows } from "#components/money-trail/trail-csv.ts";
import { textStream } from "#lib/text-stream.ts";
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
  if (session === null || wallet === null || shared === null)
    return new Response("Not found", { status: 404, headers: { "cache-control": "no-store" } });
  return new Response(textStream(exportLines(session, wallet, shared)), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="lendfriend-${wallet}.csv"`,
      "cache-control": "no-store",
    },
  });
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
