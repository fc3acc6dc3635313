import { afterAll, expect, it } from "vitest";
import { newWallet, openPool } from "../../../../../supabase/tests/harness.ts";
import { verifyAudit } from "./verify-audit.ts";

const pool = openPool(2);
afterAll(() => pool.end());

async function chainOf(length: number): Promise<string> {
  const tenant = newWallet();
  for (let row = 0; row < length; row += 1) {
    await pool.query("select app_private.append_audit($1, 'system', 'test', 'object', '{}')", [tenant]);
  }
  return tenant;
}

/** What only the database's owner can do, past the triggers; nothing of it is kept. */
async function verifiedAfter(damage: string, tenant: string) {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query("set local session_replication_role = replica");
    await client.query(damage, [tenant]);
    const { broken } = await verifyAudit(client);
    return broken.filter((chain) => chain.tenant === tenant);
  } finally {
    await client.query("rollback");
    client.release();
  }
}

it("finds nothing in whole chains, and counts them", async () => {
  const tenant = await chainOf(3);

  const { chains, broken } = await verifyAudit(pool);

  expect(chains).toBeGreaterThan(0);
  expect(broken.filter((chain) => chain.tenant === tenant)).toEqual([]);
});

it.each([
  ["an edited row", "update public.audit_log set action = 'x' where tenant = $1 and seq = 2", 2],
  ["a gap", "delete from public.audit_log where tenant = $1 and seq = 3", 3],
  ["a cut tail", "delete from public.audit_log where tenant = $1 and seq > 4", 5],
  ["a log emptied whole", "delete from public.audit_log where tenant = $1", 1],
])("names tenant and first bad position of %s (K02, K03)", async (_damage, statement, firstBadSeq) => {
  const tenant = await chainOf(6);

  expect(await verifiedAfter(statement, tenant)).toEqual([{ tenant, firstBadSeq }]);
});
