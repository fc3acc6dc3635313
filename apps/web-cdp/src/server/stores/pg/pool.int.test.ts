import { afterAll, expect, it } from "vitest";
import { intEnv } from "../../../../../../supabase/tests/harness.ts";
import { goodLine, openSlowLine } from "../../jobs/testing/slow-line.ts";
import { isOutage } from "../outage.ts";
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

it("a line that falls silent fails what is asked over it as an outage, in time, and what comes later finds a new one", async () => {
  const url = new URL(intEnv("DATABASE_URL"));
  const line = await openSlowLine(Number(url.port));
  url.port = String(line.port);
  const impatient = createPool({ databaseUrl: url.href, applicationName: "silent", max: 1, answerMs: 300 });
  const before = await impatient.query("select pg_backend_pid() as pid");

  line.setMood({ latencyMs: 3_000, bytesPerSecond: null });
  const unanswered = await impatient.query("select 1").catch((error: unknown) => error);
  line.setMood(goodLine);
  const after = await impatient.query("select pg_backend_pid() as pid");

  expect(isOutage(unanswered)).toBe(true);
  expect(after.rows).not.toEqual(before.rows);
  await impatient.end();
  await line.close();
});

/** Gone from the server, and the news of it has reached this process. */
async function isGone(pid: number | undefined): Promise<void> {
  await expect
    .poll(async () => (await others.query("select 1 from pg_stat_activity where pid = $1", [pid])).rowCount)
    .toBe(0);
  await new Promise((resolve) => setTimeout(resolve, 50));
}
