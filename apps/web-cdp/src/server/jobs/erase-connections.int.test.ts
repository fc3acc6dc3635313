import { afterAll, expect, it } from "vitest";
import { createLog } from "#server/log.ts";
import { createPool } from "#server/stores/pg/pool.ts";
import { call, intEnv } from "../../../../../supabase/tests/harness.ts";
import { connectLarge } from "../../../../../supabase/tests/large-connection.ts";
import { tablesHolding } from "../../../../../supabase/tests/tables-holding.ts";
import { eraseConnections } from "./erase-connections.ts";

const pool = createPool({ databaseUrl: intEnv("DATABASE_URL"), applicationName: "erase-test", max: 4 });
const deps = { pool, log: createLog("silent") };
afterAll(() => pool.end());

async function left(): Promise<string> {
  const { wallet, connectionId } = await connectLarge(pool);
  await call(pool, "disconnect_connection", { p_wallet: wallet, p_connection_id: connectionId, p_erase: "delete" });
  return connectionId;
}

it("connections that left their wallet are erased one by one, and one that cannot be holds up no other", async () => {
  const [stuck, next] = [await left(), await left()];
  await pool.query(
    `create function public.refuse_stuck() returns trigger language plpgsql as
     $$ begin if old.id = '${stuck}' then raise exception 'stuck'; end if; return old; end $$`,
  );
  await pool.query(
    "create trigger stuck before delete on public.business_connections for each row execute function public.refuse_stuck()",
  );

  await eraseConnections(deps);

  const gone = ["app_private.erasures", "public.audit_log"];
  expect(await tablesHolding(pool, next)).toEqual(gone);
  expect(await tablesHolding(pool, stuck)).toContain("public.orders");

  await pool.query("drop function public.refuse_stuck cascade");
  expect(await eraseConnections(deps)).toBe(1);

  expect(await tablesHolding(pool, stuck)).toEqual(gone);
});

it("a worker that is asked to stop begins no further one", async () => {
  const waiting = await left();

  expect(await eraseConnections({ ...deps, stopping: AbortSignal.abort() })).toBe(0);
  expect(await tablesHolding(pool, waiting)).toContain("public.orders");

  expect(await eraseConnections(deps)).toBe(1);
});
