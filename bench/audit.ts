import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import { createAuditSigner } from "../apps/web-cdp/src/server/audit/audit-signer.ts";
import { recordFiles } from "../apps/web-cdp/src/server/audit/record-files.ts";
import { recordHeads } from "../apps/web-cdp/src/server/audit/record-heads.ts";
import { verifyAudit } from "../apps/web-cdp/src/server/audit/verify-audit.ts";
import { verifyHeads } from "../apps/web-cdp/src/server/audit/verify-heads.ts";
import { newWallet } from "../supabase/tests/harness.ts";
import type { Engine } from "./engine.ts";
import { type Section, times } from "./report.ts";

const appendGoal = 500;
const verifyGoal = 100_000;
const appendSeconds = 5;
const verifiedRows = 50_000;
const heads = 10_000;

/** The audit log: entries appended a second on a durable database, and entries verified a second. */
export async function audit({ pool }: Pick<Engine, "pool">): Promise<Section> {
  const one = await appendsPerSecond(pool, 1);
  const many = await appendsPerSecond(pool, 50);
  const chain = await verifiedPerSecond(pool);
  const recorded = await recordedPerSecond(pool);
  const row = (what: string, perSecond: number, goal: number) => [
    what,
    String(Math.round(perSecond)),
    times(perSecond / goal),
  ];
  return {
    title: "Audit log",
    baseline: `Against the goals of ${appendGoal} entries appended and ${verifyGoal} verified a second. More is better.`,
    columns: ["", "a second", "of the goal"],
    rows: [
      row("append, one tenant", one, appendGoal),
      row("append, 50 tenants", many, appendGoal),
      row("verify, one chain", chain, verifyGoal),
      row("verify against the record, 10,000 chains", recorded, verifyGoal),
    ],
    notes: [
      "Appending: four connections, each entry a transaction of its own, on the disk before the next.",
      `Verifying: a chain of ${verifiedRows} entries in the database; heads of ${heads} chains, signed lines read from a file.`,
    ],
  };
}

async function appendsPerSecond(pool: pg.Pool, tenantCount: number): Promise<number> {
  const tenants = Array.from({ length: tenantCount }, newWallet);
  const end = Date.now() + appendSeconds * 1_000;
  let entries = 0;
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      while (Date.now() < end) {
        const tenant = tenants[entries % tenantCount];
        entries += 1;
        await pool.query("select app_private.append_audit($1, 'system', 'bench', 'object', '{\"n\": 1}')", [tenant]);
      }
    }),
  );
  return entries / appendSeconds;
}

async function verifiedPerSecond(pool: pg.Pool): Promise<number> {
  await fill(pool, [newWallet()], verifiedRows);
  const { rows } = await pool.query<{ entries: number }>("select count(*)::int as entries from public.audit_log");
  const start = performance.now();
  const { broken } = await verifyAudit(pool);
  const took = performance.now() - start;
  if (broken.length > 0) throw new Error("a chain of the bench is broken");
  return ((rows[0]?.entries ?? 0) / took) * 1_000;
}

async function recordedPerSecond(pool: pg.Pool): Promise<number> {
  await fill(pool, Array.from({ length: heads }, newWallet), 1);
  const folder = mkdtempSync(join(tmpdir(), "lendfriend-bench-audit-"));
  try {
    const signer = createAuditSigner({ privateKey: new Uint8Array(randomBytes(32)), earlier: [] });
    const files = recordFiles(folder);
    await recordHeads({ pool, signer, files });
    const start = performance.now();
    const report = await verifyHeads(pool, { signer, files, after: null });
    const took = performance.now() - start;
    if (report.broken.length > 0) throw new Error("a record of the bench does not hold");
    return (report.heads / took) * 1_000;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Entries of each tenant, some hundred in a transaction: a head that one transaction moves very often grows slow to move. */
async function fill(pool: pg.Pool, tenants: readonly string[], entries: number): Promise<void> {
  const perTransaction = 500;
  for (let at = 0; at < tenants.length; at += perTransaction) {
    for (let done = 0; done < entries; done += perTransaction) {
      await pool.query(
        `select count(app_private.append_audit(tenant, 'system', 'bench', 'object', '{"n": 1}'))
         from unnest($1::text[]) as tenant, generate_series(1, $2)`,
        [tenants.slice(at, at + perTransaction), Math.min(perTransaction, entries - done)],
      );
    }
  }
}
