import { scoreCsv } from "#components/lender/score-csv.ts";
import { trailRows } from "#components/money-trail/trail-csv.ts";
import { csvFile } from "#lib/csv-file.ts";
import { walletInPath } from "#lib/wallet-in-path.ts";
import type { Session, SharedScore } from "#server/contract.ts";
import { app } from "#server/deps.ts";
import { AppError } from "#server/errors.ts";
import { resource } from "#server/http.ts";
import { refuseCrossSite, refusePrefetch } from "#server/request-guards.ts";
import { requireSession } from "#server/session.ts";

/** The breakdown that a lender may see, as a file. A look like any other: the borrower's access log shows it. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: async ({ request, params }) => {
    refuseCrossSite(request);
    refusePrefetch(request);
    const session = await requireSession(request);
    const wallet = walletInPath(params.wallet);
    const shared = wallet && (await app().readSharedScore(session, wallet));
    if (!shared) throw new AppError("not_found", "Nothing is shared with you under this address.");
    return csvFile(`lendfriend-${wallet}.csv`, exportLines(session, wallet, shared));
  },
});

/** The figures, and under them the money trail where the share goes that far. */
async function* exportLines(
  session: Session,
  wallet: string,
  shared: SharedScore,
): AsyncGenerator<string, void, undefined> {
  yield scoreCsv(wallet, shared);
  if (shared.share.scope !== "metrics") return;
  yield* trailRows(async (query) => {
    if (query.page > 1) await refuseEnded(session);
    return (await app().readSharedTieOut(session, wallet, query))?.tieOut ?? null;
  });
}

/** Whoever takes a file slowly may have signed out since the page before. */
async function refuseEnded(session: Session): Promise<void> {
  if (!(await app().isSessionOpen(session))) {
    throw new AppError("unauthorized", "The session ended while the file was read.");
  }
}
