import { afterAll, afterEach, describe, expect, it } from "vitest";
import { createLog } from "#server/log.ts";
import { databaseClients } from "#server/testing/real-database.ts";
import { checkHealth } from "#server/use-cases/check-health.ts";
import { newWallet, openPool } from "../../../../../supabase/tests/harness.ts";
import { createStores } from "./create-stores.ts";

const pool = openPool(2);
afterAll(() => pool.end());

const { call, clientOf } = databaseClients();
const now = () => new Date();
const stores = createStores(call, clientOf);
const health = () => checkHealth({ health: stores.health, log: createLog("silent"), now });
const share = () =>
  stores.shares.createShare({
    ...{ wallet: newWallet(), lender: newWallet(), scope: "tier", purpose: "loan" },
    expiresAt: new Date("2999-01-01T00:00:00Z"),
  });

/** Has every write that people and the health check make fail as PostgreSQL reports it. */
async function failWrites(sqlState: string): Promise<void> {
  await pool.query(`create function public.refuse_writes() returns trigger language plpgsql as
    $$ begin raise exception 'no writes' using errcode = '${sqlState}'; end $$`);
  for (const table of ["public.shares", "app_private.write_probes"]) {
    await pool.query(`create trigger refuse_writes before insert on ${table} execute function public.refuse_writes()`);
  }
}

afterEach(() => pool.query("drop function if exists public.refuse_writes cascade"));

describe("while the database", () => {
  it.each([
    ["is read-only", "25006"],
    ["has a full disk", "53100"],
    ["has no connection left", "53300"],
    ["is shutting down", "57P01"],
  ])("%s, people get 503 and health says down; both recover by themselves (K07)", async (_, sqlState) => {
    await failWrites(sqlState);

    await expect(share()).rejects.toMatchObject({ code: "unavailable", status: 503, retryAfterSeconds: 5 });
    expect(await health()).toMatchObject({ status: "down", checks: { database: "takes no writes" } });

    await pool.query("drop function public.refuse_writes cascade");

    expect(await share()).toMatchObject({ status: "live" });
    expect((await health()).checks.database).toBe("ok");
  });
});

it.each(["40P01", "40001"])(
  "whoever loses to somebody else (%s) may try again: nothing of it was kept",
  async (sqlState) => {
    await failWrites(sqlState);

    await expect(share()).rejects.toMatchObject({ code: "unavailable", status: 503, retryAfterSeconds: 5 });
  },
);
