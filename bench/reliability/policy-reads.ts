import type pg from "pg";
import { as, newWallet, openSession, sessionIdOf, signedIn } from "../../supabase/tests/harness.ts";
import { openEngine } from "../engine.ts";
import { atMost, exactly, type Goal, percentile } from "./goal.ts";

const reads = 400;

export const policyReads: Goal = {
  id: "R9",
  promise:
    "Reads under row level security p95 ≤ 20 ms in a table of 300,000 rows; 5,000 drawn wallet claims see no row",
  how: "Score snapshots of many wallets; signed-in reads of their newest one, and looks by claims that almost are a wallet, under that wallet's own session. The matrix of relations and identities is `supabase/tests/rls-matrix.int.test.ts` and `rls-http.int.test.ts`.",
  async measure(isFull) {
    const [rows, claims] = isFull ? [300_000, 5_000] : [60_000, 1_000];
    const engine = await openEngine();
    try {
      const wallets = await fill(engine.pool, rows);
      const times: number[] = [];
      let foreign = 0;
      for (let at = 0; at < reads; at += 1) {
        const wallet = wallets[(at * 7_919) % wallets.length] ?? "";
        await openSession(engine.pool, wallet);
        const began = performance.now();
        const seen = await newest(engine.pool, wallet);
        times.push(performance.now() - began);
        if (seen !== wallet) foreign += 1;
      }
      const [owner = ""] = wallets;
      let leaked = 0;
      for (let at = 0; at < claims; at += 1) leaked += await rowsSeen(engine.pool, owner, almost(owner, at));
      return {
        scale: `${rows.toLocaleString("en")} rows of ${wallets.length.toLocaleString("en")} wallets, ${reads} reads, ${claims.toLocaleString("en")} claims`,
        isFullSize: isFull,
        checks: [
          atMost("p95 of a read", percentile(times, 0.95), 20, " ms"),
          exactly("rows of somebody else", foreign, 0),
          exactly("rows seen by a wrong claim", leaked, 0),
        ],
        notes: [
          `p50 ${percentile(times, 0.5).toFixed(1)} ms; a read is a transaction of five statements, as the Data API sends them.`,
        ],
      };
    } finally {
      await engine.stop();
    }
  },
};

const perWallet = 30;

async function fill(pool: pg.Pool, rows: number): Promise<readonly string[]> {
  const wallets = Array.from({ length: rows / perWallet }, newWallet);
  await pool.query(
    `insert into public.score_snapshots
       (wallet_address, as_of, model, model_hash, provisional, score_millipoints, tier, inputs, report, snapshot_hash, created_at)
     select wallet, now() - make_interval(days => day), 'bench', 'bench', false, 50000, 'Growing', '{}', '{}', 'bench',
       now() - make_interval(days => day)
     from unnest($1::text[]) as wallet, generate_series(1, $2::int) as day`,
    [wallets, perWallet],
  );
  await pool.query("analyze public.score_snapshots");
  return wallets;
}

function newest(pool: pg.Pool, wallet: string): Promise<string | undefined> {
  return as(pool, signedIn(wallet), async (client) => {
    const { rows } = await client.query<{ wallet: string }>(
      "select wallet_address as wallet from public.score_snapshots order by created_at desc limit 1",
    );
    return rows[0]?.wallet;
  });
}

/** What somebody sees who has the owner's own session and claims another wallet. */
function rowsSeen(pool: pg.Pool, owner: string, claim: unknown): Promise<number> {
  return as(pool, signedIn(claim, sessionIdOf(owner)), async (client) => {
    const { rowCount } = await client.query("select 1 from public.score_snapshots limit 5");
    return rowCount ?? 0;
  });
}

/** Something that is nearly a wallet's address, another way each time. */
function almost(wallet: string, at: number): unknown {
  const place = 2 + (at % 40);
  const other = wallet[place] === "0" ? "1" : "0";
  const ways = [
    wallet.slice(0, place) + other + wallet.slice(place + 1),
    `${wallet.slice(0, place)} ${wallet.slice(place)}`,
    wallet.slice(0, place),
    `0X${wallet.slice(2)}`,
    `${wallet}${" \n\t%_"[at % 5]}`,
    [wallet],
    { wallet },
    at,
    null,
    `${wallet}' or '${at}'='${at}`,
  ];
  return ways[at % ways.length];
}
