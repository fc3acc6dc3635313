import "server-only";
import { z } from "zod";
import type { Sql } from "#server/stores/pg/pool.ts";

/** One chain that does not hold: its tenant and the first position that was edited, moved, removed or cut off. */
export interface BrokenChain {
  readonly tenant: string;
  readonly firstBadSeq: number;
}

const broken = z.array(z.object({ tenant: z.string(), seq: z.int() }));
const counted = z.tuple([z.object({ chains: z.int() })]);

/** Checks every tenant's audit chain, also those of which only the head is left. */
export async function verifyAudit(
  sql: Sql,
): Promise<{ readonly chains: number; readonly broken: readonly BrokenChain[] }> {
  const tenants = "select tenant from public.audit_log union select tenant from app_private.audit_heads";
  const count = await sql.query(`select count(*)::int as chains from (${tenants}) as known`);
  const found = await sql.query(
    `select tenant, seq from (${tenants}) as known, app_private.first_broken_audit_seq(tenant) as seq
     where seq is not null order by tenant`,
  );
  return {
    chains: counted.parse(count.rows)[0].chains,
    broken: broken.parse(found.rows).map(({ tenant, seq }) => ({ tenant, firstBadSeq: seq })),
  };
}
