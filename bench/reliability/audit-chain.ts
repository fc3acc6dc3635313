import type { Pool } from "pg";
import { verifyAudit } from "../../apps/web-cdp/src/server/audit/verify-audit.ts";
import { newWallet } from "../../supabase/tests/harness.ts";
import { openEngine } from "../engine.ts";
import { atLeast, exactly, type Goal } from "./goal.ts";

/** As many as the engine's pool has connections. */
const writers = 4;

export const auditChain: Goal = {
  id: "R15",
  promise:
    "≥ 500 appends a second for one tenant, ≥ 100,000 rows a second verified; every edit, swap, gap and cut tail found",
  how: "Appends by four writers with durable commits; the product's `verifyAudit` over all chains; then the owner of the database tampers with copies of a chain.",
  async measure(isFull) {
    const [appends, rows] = isFull ? [10_000, 500_000] : [2_000, 50_000];
    const engine = await openEngine();
    try {
      const perSecond = await appendsPerSecond(engine.pool, appends);
      await fillChains(engine.pool, rows);
      const began = performance.now();
      const { broken } = await verifyAudit(engine.pool);
      const verifiedPerSecond = (appends + rows) / ((performance.now() - began) / 1_000);
      const found = await countFound(engine.pool);
      return {
        scale: `${appends.toLocaleString("en")} appends, ${rows.toLocaleString("en")} more rows in 50 chains`,
        isFullSize: isFull,
        checks: [
          atLeast("appends", Math.round(perSecond), 500, " a second"),
          atLeast("rows verified", Math.round(verifiedPerSecond), 100_000, " a second"),
          exactly("whole chains called broken", broken.length, 0),
          exactly("ways of tampering found", found, tamperings.length),
        ],
        notes: [],
      };
    } finally {
      await engine.stop();
    }
  },
};

async function appendsPerSecond(pool: Pool, appends: number): Promise<number> {
  const tenant = newWallet();
  const began = performance.now();
  await Promise.all(Array.from({ length: writers }, () => append(pool, tenant, appends / writers)));
  return appends / ((performance.now() - began) / 1_000);
}

/** Each append is a transaction of its own, as an act that is logged is. */
async function append(pool: Pool, tenant: string, times: number): Promise<void> {
  for (let at = 0; at < times; at += 1) {
    await pool.query("select app_private.append_audit($1, $1, 'connection.synced', $2, $3)", [
      tenant,
      crypto.randomUUID(),
      JSON.stringify({ platform: "tiktokshop", epoch: at }),
    ]);
  }
}

async function fillChains(pool: Pool, rows: number): Promise<void> {
  const chains = 50;
  for (let chain = 0; chain < chains; chain += 1) await fillChain(pool, newWallet(), rows / chains);
}

/** In short transactions: each append changes the chain's head, and a long one would leave it ever more dead versions to pass. */
async function fillChain(pool: Pool, tenant: string, rows: number): Promise<void> {
  const batch = 200;
  for (let from = 1; from <= rows; from += batch) {
    await pool.query(
      `select app_private.append_audit($1, $1, 'connection.synced', at::text, '{}')
       from generate_series($2::int, $3::int) as at`,
      [tenant, from, Math.min(from + batch - 1, rows)],
    );
  }
}

/** What somebody with every right on the database may try on a chain of 100 rows, and where it must show. */
const tamperings = [
  { seq: 40, sql: "update public.audit_log set actor = 'somebody' where tenant = $1 and seq = 40" },
  { seq: 40, sql: `update public.audit_log set meta = '{"a":1}' where tenant = $1 and seq = 40` },
  { seq: 40, sql: "delete from public.audit_log where tenant = $1 and seq = 40" },
  { seq: 91, sql: "delete from public.audit_log where tenant = $1 and seq > 90" },
  {
    seq: 40,
    sql: "update public.audit_log set seq = case seq when 40 then 141 when 41 then 40 else 41 end where tenant = $1 and seq in (40, 41)",
  },
] as const;

async function countFound(pool: Pool): Promise<number> {
  let found = 0;
  for (const { seq, sql } of tamperings) {
    const tenant = newWallet();
    await fillChain(pool, tenant, 100);
    const client = await pool.connect();
    try {
      await client.query("set session_replication_role = replica");
      await client.query(sql, [tenant]);
    } finally {
      await client.query("set session_replication_role = default");
      client.release();
    }
    const { broken } = await verifyAudit(pool);
    if (broken.find((chain) => chain.tenant === tenant)?.firstBadSeq === seq) found += 1;
  }
  return found;
}
