import { createInterface } from "node:readline";
import { childSetUp, variable } from "./child-set-up.ts";

/**
 * The process of a test. Each line on its input is a round: many callers at once who were all refused the token that the round
 * before ended with. Answers each round with the versions that they got and how long each waited.
 */
async function main(): Promise<void> {
  const { pool, connector, freshToken } = childSetUp();
  const connectionId = variable("CONNECTION_ID");
  const rounds = Number(variable("ROUNDS"));
  process.stdout.write("started\n");
  let rejectedVersion = 0;
  for await (const _ of createInterface({ input: process.stdin })) {
    rejectedVersion += 1;
    const calls = Array.from({ length: Number(variable("CALLERS")) }, async () => {
      const began = performance.now();
      const { version } = await freshToken({ connectionId, connector, epoch: 1, rejectedVersion });
      return { version, ms: performance.now() - began };
    });
    process.stdout.write(`round ${JSON.stringify(await Promise.all(calls))}\n`);
    if (rejectedVersion === rounds) break;
  }
  process.stdin.destroy();
  await pool.end();
}

await main();
