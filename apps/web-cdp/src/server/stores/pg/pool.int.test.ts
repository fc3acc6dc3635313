import { afterAll, expect, it } from "vitest";
import { intEnv } from "../../../../../../supabase/tests/harness.ts";
import { createPool, inTransaction } from "./pool.ts";

const pool = createPool({ databaseUrl: intEnv("DATABASE_URL"), applicationName: "pool-test", max: 2 });
const others = createPool({ databaseUrl: intEnv("DATABASE_URL"), applicationName: "pool-test-others", max: 1 });
pool.on("error", () => undefined);
afterAll(() => Promise.all([pool.end(), others.end()]));

it("a connection that breaks between two statements fails its transaction alone, and never the process", async () => {
  const broken = inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<{ pid: number }>("select pg_backend_pid() as pid");
    await others.query("select pg_terminate_backend($1)", [rows[0]?.pid]);
    await isGone(rows[0]?.pid);
    await tx.query("select 1");
  });

  await expect(broken).rejects.toThrow();
  expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
});

/** Gone from the server, and the news of it has reached this process. */
async function isGone(pid: number | undefined): Promise<void> {
  await expect
    .poll(async () => (await others.query("select 1 from pg_stat_activity where pid = $1", [pid])).rowCount)
    .toBe(0);
  await new Promise((resolve) => setTimeout(resolve, 50));
}
