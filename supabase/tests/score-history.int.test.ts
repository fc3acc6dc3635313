import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { as, connect, signedIn } from "./harness.ts";
import { createOwnDatabase, type OwnDatabase } from "./own-database.ts";
import { storeSnapshot } from "./scores.ts";

// So many scores of one wallet would change what the planner takes a wallet to have, and others ask for.
let database: OwnDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await createOwnDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 2 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

test("the history spans the months that scores are kept, however often a wallet is scored", async () => {
  const { wallet } = await connect(pool);
  await storeSnapshot(pool, wallet);
  await pool.query(
    `insert into public.score_snapshots (wallet_address, as_of, model, model_hash, provisional, score_millipoints, tier, inputs,
       report, snapshot_hash, created_at)
     select wallet_address, at, model, model_hash, provisional, score_millipoints, tier, inputs, report, gen_random_uuid(), at
     from public.score_snapshots, (
       select date_trunc('day', now(), 'UTC') - make_interval(mins => minute) from generate_series(1, 400) as minute
       union all select now() - make_interval(days => day) from generate_series(3, 750) as day
     ) as times(at) where wallet_address = $1`,
    [wallet],
  );

  const { rows } = await as(pool, signedIn(wallet), (client) =>
    client.query<{ answer: { asOf: string }[] }>("select public.my_score_history() as answer"),
  );

  const days = new Set(rows[0]?.answer.slice(1).map(({ asOf }) => asOf.slice(0, 10)));
  expect(days.size).toBe(749);
  expect(rows[0]?.answer).toHaveLength(200 + 748);
});
