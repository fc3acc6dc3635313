import { type Sandbox, startSandbox } from "@lendfriend/tiktokshop-sandbox";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFreshTokens } from "./fresh-token.ts";
import { connectPersona, sandboxConnector } from "./testing/connect-persona.ts";
import { type ImportBench, openBench } from "./testing/import-bench.ts";
import { startTestProcess } from "./testing/import-process.ts";
import { openSlowLine } from "./testing/slow-line.ts";

const refresh = "GET /api/v2/token/refresh";

let bench: ImportBench;
let sandbox: Sandbox;

beforeAll(async () => {
  bench = await openBench();
  sandbox = await startSandbox();
  sandbox.control.setRotation({ mode: "strict", revokeFamilyOnReuse: false });
});
afterAll(async () => {
  await sandbox.close();
  await bench.close();
});

/** A process whose refresh the platform has answered while its line to the database was down; the line stays down. */
async function cutOffLeader() {
  const connector = sandboxConnector(sandbox);
  const { connectionId } = await connectPersona(bench, sandbox, connector, "worked-seller");
  const url = new URL(bench.database.url);
  const line = await openSlowLine(Number(url.port));
  url.host = `127.0.0.1:${line.port}`;
  sandbox.control.addFault({ kind: "delay", path: "/api/v2/token/refresh", delayMs: 3_000 });
  sandbox.control.clearLog();
  const env = { DATABASE_URL: url.href, CONNECTION_ID: connectionId, CALLERS: "1", ROUNDS: "1" };
  const child = startTestProcess(bench, sandbox, { script: "call-for-token.ts", env });
  await child.started;
  child.begin();
  await expect.poll(() => lease(connectionId), { interval: 20, timeout: 10_000 }).not.toBeNull();
  line.setUp(false);
  await expect.poll(() => sandbox.control.requestCounts()[refresh] ?? 0, { interval: 20, timeout: 10_000 }).toBe(1);
  sandbox.control.clearFaults();
  await expect.poll(() => line.refused(), { interval: 20, timeout: 10_000 }).toBeGreaterThan(0);
  const ask = () => createFreshTokens(bench)({ connectionId, connector, epoch: 1, rejectedVersion: 1 });
  return {
    connectionId,
    ask,
    /** Time passes, without waiting for it: the lease, or what the named columns hold, is over. */
    async passes(...columns: readonly string[]) {
      const over = columns.map((column) => `${column} = now()`).join(", ");
      await bench.pool.query(`update public.business_connections set ${over} where id = $1`, [connectionId]);
    },
    async comesBack() {
      line.setUp(true);
      expect(await child.ended, child.output()).toBe(0);
      await line.close();
    },
    async standing() {
      const { rows } = await bench.pool.query(
        `select status, error_code, token_version,
           (select array_agg(requested_by order by created_at) from public.sync_runs where connection_id = c.id) as runs,
           (select array_agg(action order by seq) from public.audit_log
            where tenant = c.wallet_address and action like 'connection.%') as acts
         from public.business_connections c where id = $1`,
        [connectionId],
      );
      return rows[0];
    },
    async close() {
      child.kill();
      await line.close();
      await bench.pool.query("delete from public.business_connections where id = $1", [connectionId]);
    },
  };
}

async function lease(connectionId: string): Promise<string | null> {
  const { rows } = await bench.pool.query<{ lease: string | null }>(
    "select refresh_lease_id as lease from public.business_connections where id = $1",
    [connectionId],
  );
  return rows[0]?.lease ?? null;
}

describe("a process that lost the database after a strict platform had answered it", () => {
  it("comes back to a connection that no other leader has ended meanwhile", async () => {
    const leader = await cutOffLeader();
    try {
      await leader.passes("refresh_lease_until");

      await expect(leader.ask()).rejects.toMatchObject({ code: "provider_unavailable", retryable: true });
      expect(await leader.standing()).toMatchObject({ status: "importing", token_version: 1 });
      await leader.comesBack();

      expect(await leader.ask()).toMatchObject({ version: 2 });
      expect(sandbox.control.requestCounts()[refresh]).toBe(2);
      expect((await leader.standing()).acts).toEqual(["connection.connected"]);
    } finally {
      await leader.close();
    }
  });

  it("brings the connection back when it comes after the connection was ended", async () => {
    const leader = await cutOffLeader();
    try {
      await leader.passes("refresh_lease_until");
      await expect(leader.ask()).rejects.toMatchObject({ code: "provider_unavailable" });
      await leader.passes("refresh_doubt_until", "refresh_retry_at");
      await expect(leader.ask()).rejects.toMatchObject({ code: "refresh_rejected" });
      expect(await leader.standing()).toMatchObject({ status: "needs_reconnect" });
      await bench.pool.query("update public.sync_runs set state = 'failed' where connection_id = $1", [
        leader.connectionId,
      ]);

      await leader.comesBack();

      expect(await leader.ask()).toMatchObject({ version: 2 });
      expect(await leader.standing()).toEqual({
        status: "importing",
        error_code: null,
        token_version: 2,
        runs: ["connect", "restored"],
        acts: ["connection.connected", "connection.needs_reconnect", "connection.restored"],
      });
    } finally {
      await leader.close();
    }
  });
});
