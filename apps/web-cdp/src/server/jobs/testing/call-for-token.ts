import { once } from "node:events";
import { childSetUp, variable } from "./child-set-up.ts";

/** The process of a test: once told to on its input, many callers at once who were all refused the token's first version. */
async function main(): Promise<void> {
  const { pool, connector, freshToken } = childSetUp();
  const connectionId = variable("CONNECTION_ID");
  process.stdout.write("started\n");
  await once(process.stdin, "data");
  process.stdin.destroy();
  const calls = Array.from({ length: Number(variable("CALLERS")) }, () =>
    freshToken({ connectionId, connector, epoch: 1, rejectedVersion: 1 }),
  );
  const versions = (await Promise.all(calls)).map((token) => token.version);
  process.stdout.write(`versions ${JSON.stringify(versions)}\n`);
  await pool.end();
}

await main();
