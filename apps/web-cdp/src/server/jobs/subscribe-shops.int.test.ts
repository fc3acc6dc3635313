import { type Sandbox, startSandbox } from "@lendfriend/tiktokshop-sandbox";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { callForObject } from "../../../../../supabase/tests/harness.ts";
import { type SubscribeDeps, subscribeShops } from "./subscribe-shops.ts";
import { connectPersona, sandboxConnector } from "./testing/connect-persona.ts";
import { type BenchAccount, type ImportBench, openBench, syncDeps } from "./testing/import-bench.ts";

const webhookAddress = "http://localhost:3000/api/tiktokshop/webhook";
const put = "PUT /event/202309/webhooks";
const topicCount = 8;

let bench: ImportBench;
let sandbox: Sandbox;
let deps: SubscribeDeps;

beforeAll(async () => {
  bench = await openBench();
  sandbox = await startSandbox();
});
afterAll(async () => {
  await sandbox.close();
  await bench.close();
});
beforeEach(async () => {
  await bench.pool.query(`delete from public.business_connections`);
  sandbox.control.clearFaults();
  const plain = syncDeps(bench, sandboxConnector(sandbox));
  deps = { ...plain, webhookAddress, stopping: new AbortController().signal };
});

describe("the topics of a connected seller", () => {
  it("are set for each of the shops, once, and then left alone", async () => {
    const account = await connected("cross-border");
    sandbox.control.clearLog();

    await subscribeShops(deps);
    await subscribeShops(deps);

    expect(account.shopIds.length).toBeGreaterThan(1);
    expect(sandbox.control.requestCounts()[put]).toBe(topicCount * account.shopIds.length);
    expect(await states(account)).toEqual(account.shopIds.map(() => "set"));
  });

  it("are set once although several workers look at the same time", async () => {
    await connected("steady-seller");
    sandbox.control.clearLog();

    await Promise.all([1, 2, 3, 4].map(() => subscribeShops(deps)));

    expect(sandbox.control.requestCounts()[put]).toBe(topicCount);
  });

  it("reach this installation from then on", async () => {
    const account = await connected("steady-seller");
    await subscribeShops(deps);

    await sandbox.control.placeOrder({ persona: "steady-seller" });

    expect(sandbox.control.deliveries().at(-1)).toMatchObject({ type: 1, url: webhookAddress });
    expect(await states(account)).toEqual(["set"]);
  });

  it("are set anew for another address, and after another consent", async () => {
    const account = await connected("steady-seller");
    await subscribeShops(deps);
    sandbox.control.clearLog();

    await subscribeShops({ ...deps, webhookAddress: "http://localhost:3999/api/tiktokshop/webhook" });
    expect(sandbox.control.requestCounts()[put]).toBe(topicCount);
    await bench.pool.query(`update app_private.webhook_topics set epoch = 0 where connection_id = $1`, [
      account.connectionId,
    ]);
    await subscribeShops(deps);

    expect(await states(account)).toEqual(["set"]);
    expect(sandbox.control.requestCounts()[put]).toBe(2 * topicCount);
  });

  it("are tried again after a failure, which the health check shows meanwhile", async () => {
    const account = await connected("steady-seller");
    sandbox.control.addFault({ kind: "answer", status: 500, path: "/event/", times: 3 });

    await subscribeShops(deps);
    expect(await states(account)).toEqual(["waiting"]);
    expect(await callForObject(bench.pool, "webhook_health", {})).toMatchObject({ shopsWithoutTopics: 1 });
    await bench.pool.query(`update app_private.webhook_topics set due_at = now()`);
    await subscribeShops({ ...deps, connectors: new Map([["tiktokshop", sandboxConnector(sandbox)]]) });

    expect(await states(account)).toEqual(["set"]);
    expect(await callForObject(bench.pool, "webhook_health", {})).toMatchObject({ shopsWithoutTopics: 0 });
  });

  it("are not asked for again when this consent does not allow it", async () => {
    const account = await connected("steady-seller");
    sandbox.control.addFault({ kind: "answer", status: 401, code: 105005, path: "/event/" });
    await subscribeShops(deps);
    sandbox.control.clearLog();

    await subscribeShops(deps);

    expect(await states(account)).toEqual(["refused"]);
    expect(sandbox.control.requestCounts()).toEqual({});
  });

  it.each([
    ["is called invalid", 105001],
    ["has expired and is not renewed", 105002],
  ])("wait while their token %s: the authorisation may come back", async (_name, code) => {
    const account = await connected("steady-seller");
    sandbox.control.addFault({ kind: "answer", status: 401, code, path: "/event/" });
    sandbox.control.addFault({ kind: "answer", status: 200, code: 36004001, path: "/api/v2/token/refresh" });

    await subscribeShops(deps);

    expect(await states(account)).toEqual(["waiting"]);
  });

  it("are never asked for without an address, nor for an account that has ended", async () => {
    const account = await connected("steady-seller");
    sandbox.control.clearLog();
    await subscribeShops({ ...deps, webhookAddress: null });
    await callForObject(bench.pool, "disconnect_connection", {
      p_wallet: account.wallet,
      p_connection_id: account.connectionId,
      p_erase: "keep",
    });
    await subscribeShops(deps);

    expect(sandbox.control.requestCounts()).toEqual({});
  });
});

function connected(persona: string): Promise<BenchAccount> {
  return connectPersona(bench, sandbox, sandboxConnector(sandbox), persona);
}

async function states({ connectionId }: BenchAccount): Promise<readonly string[]> {
  const { rows } = await bench.pool.query<{ state: string }>(
    `select state from app_private.webhook_topics where connection_id = $1 order by shop_id`,
    [connectionId],
  );
  return rows.map(({ state }) => state);
}
