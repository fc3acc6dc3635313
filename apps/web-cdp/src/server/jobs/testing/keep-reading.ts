import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { signedIn } from "../../../../../../supabase/tests/harness.ts";

export interface ReadingReport {
  readonly answered: number;
  /** Answered with anything but what is stored. */
  readonly wrong: number;
  /** Not answered, which is no lie. */
  readonly unanswered: number;
}

const everyMs = 100;

/** Reads over and over until it is stopped; a read that throws was not answered. */
export function keepReading(read: () => Promise<string>, expected: string): { stop(): Promise<ReadingReport> } {
  const report = { answered: 0, wrong: 0, unanswered: 0 };
  let isStopped = false;
  const reading = (async () => {
    while (!isStopped) {
      const answer = await read().catch(() => null);
      if (answer === null) report.unanswered += 1;
      else report.answered += 1;
      if (answer !== null && answer !== expected) report.wrong += 1;
      await sleep(everyMs);
    }
  })();
  return {
    async stop() {
      isStopped = true;
      await reading;
      return report;
    },
  };
}

/** The wallet's newest score, as the Data API reads it for its owner. Throws when there is no answer in time. */
export async function readScore(databaseUrl: string, wallet: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 2_000, query_timeout: 3_000 });
  // A connection that breaks while nothing is asked of it is told here alone.
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { role, claims } = signedIn(wallet);
    await client.query("begin");
    await client.query("select set_config('request.jwt.claims', $1, true)", [JSON.stringify(claims)]);
    await client.query(`set local role ${role}`);
    const { rows } = await client.query<{ report: string }>(
      "select report::text as report from public.score_snapshots order by created_at desc limit 1",
    );
    return rows[0]?.report ?? "none";
  } finally {
    await client.end().catch(() => undefined);
  }
}
