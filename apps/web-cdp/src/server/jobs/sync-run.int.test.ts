import { type Connector, ConnectorError, type ImportPage, type PageRequest } from "@lendfriend/connector";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "#server/stores/pg/pool.ts";
import { askRescore } from "#server/stores/pg/rescores.ts";
import { requestRefresh } from "#server/stores/pg/runs.ts";
import { optionalRetries, requiredRetries } from "./judge-failure.ts";
import { rescoreWallets } from "./rescore-wallet.ts";
import { scoreWallet } from "./score-wallet.ts";
import type { SyncDeps } from "./sync-job.ts";
import { SyncRetry, syncRun } from "./sync-run.ts";
import {
  type BenchAccount,
  benchStages,
  connectSeller,
  dumpRows,
  type ImportBench,
  openBench,
  orderRow,
  readRun,
  runToEnd,
  settlementRow,
  syncDeps,
  syncJob,
} from "./testing/import-bench.ts";
import { createScriptedPlatform, type ScriptedPlatform } from "./testing/scripted-platform.ts";

let bench: ImportBench;
let shops = 0;

beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

describe("an import", () => {
  it("reads every page of every list exactly once and keeps every row", async () => {
    const { platform, account } = await trade();

    await runToEnd(syncDeps(bench, platform), account.runId);

    expect(new Set(platform.asked).size).toBe(platform.asked.length);
    expect(await countOf("orders", account.connectionId)).toBe(14);
    expect(await countOf("settlements", account.connectionId)).toBe(6);
    expect((await readRun(bench.pool, account.runId)).state).toBe("done");
    expect((await readRun(bench.pool, account.runId)).provisional_reasons).toEqual([oddRow(account)]);
  });

  it("ends with the same rows and counts when its worker dies after any page", async () => {
    const whole = await trade();
    await runToEnd(syncDeps(bench, whole.platform), whole.account.runId);
    const expected = await dumpRows(bench.pool, whole.account.connectionId);
    await release(whole.account.connectionId);

    for (let deathAt = 1; deathAt <= 12; deathAt++) {
      const { platform, account } = await trade(whole.shopIds);
      const death = new AbortController();
      platform.onPage = async () => {
        if (platform.asked.length >= deathAt) death.abort();
        return null;
      };
      await syncRun(syncDeps(bench, platform), syncJob(account.runId, { signal: death.signal }));
      platform.onPage = async () => null;
      await runToEnd(syncDeps(bench, platform), account.runId);

      expect(await dumpRows(bench.pool, account.connectionId)).toEqual(expected);
      await release(account.connectionId);
    }
  });

  it("counts a page once when two workers believe they hold the run", async () => {
    const whole = await trade();
    await runToEnd(syncDeps(bench, whole.platform), whole.account.runId);
    const expected = await dumpRows(bench.pool, whole.account.connectionId);
    await release(whole.account.connectionId);
    const { platform, account } = await trade(whole.shopIds);

    await Promise.all([1, 2, 3].map(() => runToEnd(syncDeps(bench, platform), account.runId)));

    expect(await dumpRows(bench.pool, account.connectionId)).toEqual(expected);
    expect((await readRun(bench.pool, account.runId)).state).toBe("done");
  });

  it("is not touched by a worker that comes back from the dead", async () => {
    const { platform, account } = await trade();
    const revival = Promise.withResolvers<null>();
    platform.onPage = () => revival.promise;
    const dead = syncRun(syncDeps(bench, platform), syncJob(account.runId));
    await expect.poll(() => platform.asked.length).toBeGreaterThan(0);
    platform.onPage = async () => null;
    await runToEnd(syncDeps(bench, platform), account.runId);
    const expected = await dumpRows(bench.pool, account.connectionId);

    revival.resolve(null);

    expect(await dead).toEqual({ end: "over" });
    expect(await dumpRows(bench.pool, account.connectionId)).toEqual(expected);
  });

  it("writes nothing more once the account was disconnected or reconnected", async () => {
    const { platform, account } = await trade();
    let rowsAtChange = -1;
    platform.onPage = async () => {
      if (platform.asked.length === 4) {
        await bench.pool.query(`update public.business_connections set epoch = epoch + 1 where id = $1`, [
          account.connectionId,
        ]);
        rowsAtChange = await countOf("orders", account.connectionId);
      }
      return null;
    };

    await syncRun(syncDeps(bench, platform), syncJob(account.runId));

    expect(rowsAtChange).toBeGreaterThanOrEqual(0);
    expect(await countOf("orders", account.connectionId)).toBe(rowsAtChange);
    await runToEnd(syncDeps(bench, platform), account.runId);
    expect((await readRun(bench.pool, account.runId)).state).toBe("cancelled");
  });

  it("stops within the pages at hand of being cancelled", async () => {
    const { platform, account } = await trade(undefined, 400);
    let cancelled: Promise<unknown> | null = null;
    platform.onPage = async () => {
      if (platform.asked.length === 3) cancelled = cancel(account.runId);
      // The others wait with it: what is read while the cancelling waits for a transaction at hand was not read after it.
      await cancelled;
      return null;
    };

    await syncRun(syncDeps(bench, platform), syncJob(account.runId));

    // Of more than 400 pages: those that wait to be committed, and those under way.
    expect(platform.asked.length).toBeLessThanOrEqual(40);
    expect((await readRun(bench.pool, account.runId)).state).toBe("cancelled");
  });

  it("hands over after its share of time while another run waits, and carries on while none does", async () => {
    const { platform, account } = await trade();
    let ms = Date.now();
    platform.onPage = async () => {
      ms += 4_000;
      return null;
    };
    const deps = syncDeps(bench, platform, () => ms);
    await bench.pool.query(
      `update public.sync_runs set state = 'cancelled', finished_at = now() where id <> $1 and state = 'queued'`,
      [account.runId],
    );
    const waiting = await trade();
    expect(await syncRun(deps, syncJob(account.runId))).toMatchObject({ end: "more", afterSeconds: 0 });
    await cancel(waiting.account.runId);

    expect(await syncRun(deps, syncJob(account.runId))).toEqual({ end: "over" });
    expect(await countOf("orders", account.connectionId)).toBe(14);
  });

  it("hands over when its worker is asked to stop, and loses nothing", async () => {
    const { platform, account } = await trade();
    const stopping = new AbortController();
    platform.onPage = async () => {
      stopping.abort();
      return null;
    };

    const end = await syncRun(syncDeps(bench, platform), syncJob(account.runId, { stopping: stopping.signal }));

    expect(end).toMatchObject({ end: "more", afterSeconds: 0 });
    await runToEnd(syncDeps(bench, platform), account.runId);
    expect(await countOf("orders", account.connectionId)).toBe(14);
  });
});

it("an order that settles while the import runs is found in one of the lists", async () => {
  shops += 1;
  const shopId = `settling${shops}`;
  const [orders, statements, settlements] = benchStages;
  if (!orders || !statements || !settlements) throw new Error("the bench has no stages");
  const unsettled = { ...statements, stage: "unsettled" };
  const stages = [orders, unsettled, { ...statements, after: "unsettled" }, settlements];
  const platform = createScriptedPlatform(stages, { "settlements/st": { rows: [settlementRow(shopId, "st", "1")] } });
  const account = await connectSeller(bench, [shopId]);
  // The order settles between the two lists, whichever is read first.
  let isSettled = false;
  platform.onPage = async (request) => {
    if (request.stage !== "unsettled" && request.stage !== "statements") return null;
    const wasSettled = isSettled;
    isSettled = true;
    if (request.stage === "unsettled")
      return page({ rows: wasSettled ? [] : [unsettledRow(shopId, "o-1")], nextCursor: null });
    const isInRange = request.to > Math.floor(Date.now() / 1000);
    return { ...page({ rows: [], nextCursor: null }), parentIds: wasSettled && isInRange ? ["st"] : [] };
  };

  await runToEnd(syncDeps(bench, platform), account.runId);

  const found = await bench.pool.query(
    `select order_id from public.settlements where connection_id = $1
     union all select order_id from public.unsettled where connection_id = $1`,
    [account.connectionId],
  );
  expect(found.rows).toContainEqual({ order_id: "o-1" });
});

describe("an import that meets trouble", () => {
  it("keeps odd rows aside, counts them, and imports the others", async () => {
    const { platform, account } = await trade();

    await runToEnd(syncDeps(bench, platform), account.runId);

    const { rows } = await bench.pool.query(
      `select stage, shop_id, row_id, reason from public.rejected_rows where connection_id = $1`,
      [account.connectionId],
    );
    expect(rows).toEqual([
      { stage: "orders", shop_id: account.shopIds[0], row_id: "odd", reason: "payment.sub_total: not a plain decimal" },
    ]);
  });

  it("skips what the platform refuses and carries on", async () => {
    const { platform, account } = await trade();
    platform.onPage = async (request) => {
      if (request.stage === "statements") throw new ConnectorError("scope_missing", "scope");
      return null;
    };

    await runToEnd(syncDeps(bench, platform), account.runId);

    expect((await readRun(bench.pool, account.runId)).state).toBe("done");
    const { rows } = await bench.pool.query(
      `select distinct state, skip_reason from public.sync_windows where run_id = $1 and stage = 'statements'`,
      [account.runId],
    );
    expect(rows).toEqual([{ state: "skipped", skip_reason: "withheld" }]);
  });

  it("goes on without an optional list that keeps failing, and calls the result provisional", async () => {
    const { platform, account } = await trade();
    platform.onPage = async (request) => {
      if (request.stage === "settlements") throw new ConnectorError("provider_unavailable", "503");
      return null;
    };
    const deps = syncDeps(bench, platform);

    await expect(syncRun(deps, syncJob(account.runId))).rejects.toBeInstanceOf(SyncRetry);
    expect(await countOf("orders", account.connectionId)).toBe(14);
    await syncRun(deps, syncJob(account.runId, { retries: optionalRetries }));

    const run = await readRun(bench.pool, account.runId);
    expect(run.state).toBe("done");
    expect(run.provisional_reasons).toEqual([
      oddRow(account),
      ...account.shopIds.map((shopId) => ({ code: "provider_unavailable", stage: "settlements", shopId })),
    ]);
  });

  it("fails with a clear error after the last try of a required list, keeping what it has", async () => {
    const { platform, account } = await trade();
    platform.onPage = async (request) => {
      if (request.stage === "orders" && request.cursor === "2") throw new ConnectorError("timeout", "slow");
      return null;
    };

    await syncRun(syncDeps(bench, platform), syncJob(account.runId, { retries: requiredRetries }));

    const run = await readRun(bench.pool, account.runId);
    expect(run).toMatchObject({ state: "failed", error_code: "timeout", status: "error", connection_error: "timeout" });
    expect(await countOf("orders", account.connectionId)).toBeGreaterThan(0);
  });

  it("waits for as long as the platform asks without spending a try", async () => {
    const { platform, account } = await trade();
    platform.onPage = async (request) => {
      if (request.stage === "orders" && request.cursor === "2" && platform.asked.length < 12) {
        throw new ConnectorError("rate_limited", "429", { retryAfterMs: 7_000 });
      }
      return null;
    };

    const end = await syncRun(syncDeps(bench, platform), syncJob(account.runId));

    expect(end).toMatchObject({ end: "more", afterSeconds: 7, deferrals: 1 });
  });

  it("goes on with a new token when the platform calls the old one invalid, as a strict one does after a refresh", async () => {
    const { platform, account } = await trade();
    platform.onPage = async (request) => {
      if (request.accessToken === "access-0") throw new ConnectorError("token_invalid", "superseded");
      return null;
    };

    await syncRun(syncDeps(bench, platform), syncJob(account.runId));

    expect(await readRun(bench.pool, account.runId)).toMatchObject({ state: "done", error_code: null });
    expect(platform.refreshes()).toBe(1);
  });

  it("goes on when the authorisation that it was told is over has come back meanwhile", async () => {
    const { platform, account } = await trade();
    platform.onPage = async () => {
      throw new ConnectorError("refresh_rejected", "the authorisation has ended");
    };
    const run = () => syncRun(syncDeps(bench, platform), syncJob(account.runId));

    await expect(run()).rejects.toMatchObject({ name: "SyncRetry", code: "refresh_rejected" });
    expect(await readRun(bench.pool, account.runId)).toMatchObject({ state: "running", status: "importing" });
    platform.onPage = async () => null;
    await runToEnd(syncDeps(bench, platform), account.runId);

    expect(await readRun(bench.pool, account.runId)).toMatchObject({ state: "done", error_code: null });
  });

  it("spends nothing on a database that is out of order while a token is read", async () => {
    const { platform, account } = await trade();
    const outage = Object.assign(new Error("no disk left"), { code: "53100" });
    const freshToken = () => Promise.reject(outage);

    const job = syncJob(account.runId, { retries: requiredRetries });
    await expect(syncRun({ ...syncDeps(bench, platform), freshToken }, job)).rejects.toBe(outage);

    expect(await readRun(bench.pool, account.runId)).toMatchObject({ state: "running", error_code: null });
  });

  it.each([
    ["has been renewed by another process", renewElsewhere],
    ["is being renewed by another process", (id: string) => change(id, "refresh_lease_id = 'elsewhere'")],
    [
      "may have been renewed by one that was taken for dead",
      (id: string) => change(id, "refresh_doubt_until = now() + interval '10 seconds'"),
    ],
  ])("goes on when a token that the platform calls invalid %s", async (_name, renew) => {
    const { platform, account } = await trade();
    let renewed: Promise<void> | null = null;
    platform.onPage = async ({ accessToken }) => {
      if (accessToken !== "access-0" && accessToken !== "access-1") return null;
      if (accessToken === "access-1") renewed ??= renew(account.connectionId, platform);
      await renewed;
      throw new ConnectorError("token_invalid", "superseded");
    };

    const run = syncRun(syncDeps(bench, platform), syncJob(account.runId));
    await expect(run).rejects.toMatchObject({ name: "SyncRetry", code: "token_invalid" });

    expect(await readRun(bench.pool, account.runId)).toMatchObject({ state: "running", status: "importing" });
    platform.onPage = async () => null;
    await runToEnd(syncDeps(bench, platform), account.runId);
    expect(await readRun(bench.pool, account.runId)).toMatchObject({ state: "done", error_code: null });
  });

  it("asks the person to reconnect when the token is refused for good, keeping what it has", async () => {
    const { platform, account } = await trade();
    platform.onPage = async () => {
      if (platform.asked.length > 3) throw new ConnectorError("token_invalid", "revoked");
      return null;
    };

    await syncRun(syncDeps(bench, platform), syncJob(account.runId));

    const run = await readRun(bench.pool, account.runId);
    expect(run).toMatchObject({ state: "failed", error_code: "token_invalid", status: "needs_reconnect" });
    expect(await countOf("orders", account.connectionId)).toBeGreaterThan(0);
  });

  it.each([
    ["repeats a page token", page({ rows: [orderRow("x", "rep")], nextCursor: "2" }), "repeated_cursor", 4],
    ["says there is more after an empty page", page({ rows: [], nextCursor: "99" }), "empty_pages", 3],
  ])("ends a list that %s, with its doubt noted", async (_name, odd, code, read) => {
    const { platform, account } = await trade();
    const [shop] = account.shopIds;
    platform.onPage = async (request) =>
      request.stage === "orders" && request.shop?.id === shop && request.cursor === "2" ? odd : null;

    await runToEnd(syncDeps(bench, platform), account.runId);

    const run = await readRun(bench.pool, account.runId);
    expect(run.state).toBe("done");
    expect(run.provisional_reasons).toEqual([{ code, stage: "orders", shopId: shop, read, total: 8 }, oddRow(account)]);
  });

  it.each(["99", null])(
    "asks once more for a page that makes no sense, and believes the second answer (%s)",
    async (next) => {
      const { platform, account } = await trade();
      let lies = 0;
      platform.onPage = async (request) => {
        if (request.stage !== "orders" || request.cursor !== "2" || lies > 0) return null;
        lies += 1;
        return page({ rows: [], nextCursor: next });
      };

      await runToEnd(syncDeps(bench, platform), account.runId);

      expect(await countOf("orders", account.connectionId)).toBe(14);
      expect((await readRun(bench.pool, account.runId)).provisional_reasons).toEqual([oddRow(account)]);
    },
  );

  it("refreshes a token that expires mid-import once, and loses no page", async () => {
    const { platform, account } = await trade();
    platform.onPage = async () => {
      if (platform.asked.length === 5) platform.expire("access-0");
      return null;
    };

    await runToEnd(syncDeps(bench, platform), account.runId);

    expect(platform.refreshes()).toBe(1);
    expect(await countOf("orders", account.connectionId)).toBe(14);
    expect((await readRun(bench.pool, account.runId)).state).toBe("done");
  });
});

describe("a shop that is inactive by now", () => {
  it("scores no standing, and is active again once it was read", async () => {
    const { platform, account } = await trade();
    const deps = scoringDeps(platform);
    await runToEnd(deps, account.runId);
    expect(await standingOf(account)).toBe("good");

    refuseShop(platform, account.shopIds[0]);
    await refreshed(deps, account);
    expect(await standingOf(account)).toBe("ended");

    platform.onPage = async () => null;
    await refreshed(deps, account);
    expect(await standingOf(account)).toBe("good");
  });

  it("scores no standing when it is the only one, so that nothing is imported", async () => {
    const { platform, account } = await trade([`only${shops}`]);
    const deps = scoringDeps(platform);
    await runToEnd(deps, account.runId);

    refuseShop(platform, account.shopIds[0]);
    const runId = await refreshed(deps, account);
    await bench.pool.query(`update app_private.rescores set due_at = now() where is_waiting`);
    await rescoreWallets({ ...deps, stopping: new AbortController().signal });

    expect(await readRun(bench.pool, runId)).toMatchObject({ state: "failed", error_code: "shop_inactive" });
    expect(await standingOf(account)).toBe("ended");
  });

  it("is not called active because it can be read, when it was not at the consent", async () => {
    const { platform, account } = await trade();
    await bench.pool.query(`update public.shops set is_active = false where connection_id = $1`, [
      account.connectionId,
    ]);
    const deps = scoringDeps(platform);

    await runToEnd(deps, account.runId);

    expect(await standingOf(account)).toBe("ended");
  });
});

function scoringDeps(platform: Connector): SyncDeps {
  const deps = syncDeps(bench, platform);
  return { ...deps, score: (run, connection) => scoreWallet(deps, run, connection) };
}

function refuseShop(platform: ScriptedPlatform, shopId: string | undefined): void {
  platform.onPage = async ({ shop }) => {
    if (shop?.id === shopId) throw new ConnectorError("shop_inactive", "36009043");
    return null;
  };
}

async function refreshed(deps: SyncDeps, account: BenchAccount): Promise<string> {
  const runId = await asked(account);
  await runToEnd(deps, runId);
  return runId;
}

async function standingOf({ wallet }: BenchAccount): Promise<string | undefined> {
  const { rows } = await bench.pool.query<{ state: string }>(
    `select inputs #>> '{seller,standing,state}' as state from public.score_snapshots
     where wallet_address = $1 order by created_at desc limit 1`,
    [wallet],
  );
  return rows[0]?.state;
}

describe("a refresh", () => {
  it("keeps the unsettled rows of a shop that could not be read", async () => {
    const { platform, account, deps } = await waitingForMoney();
    const [a = "", b = ""] = account.shopIds;
    await runToEnd(deps, account.runId);
    expect(await unsettledOf(account)).toEqual([`${a} 1`, `${a} 2`, `${b} 3`]);
    expect(await asideOf(account)).toEqual([a]);

    platform.onPage = async ({ stage, shop }) => {
      if (shop?.id === a) throw new ConnectorError("shop_inactive", "36009043");
      return stage === "unsettled" ? page({ rows: [], nextCursor: null }) : null;
    };
    const again = await inTransaction(bench.pool, (tx) => requestRefresh(tx, account.connectionId, "borrower"));
    await runToEnd(deps, again ?? "");

    expect((await readRun(bench.pool, again ?? "")).state).toBe("done");
    expect(await unsettledOf(account)).toEqual([`${a} 1`, `${a} 2`]);
    expect(await asideOf(account)).toEqual([a]);
  });
});

describe("what a complete import finds to be over", () => {
  const settled = { status: "available", oldDeliveredUsd: "200", unreconciledUsd: "0" };
  const before = { rating: "4.9", reconciliation: settled };
  const since = { rating: null, reconciliation: { ...settled, unreconciledUsd: "100" } };

  it("is in no score of that import, so that the rows at hand say the same", async () => {
    const { platform, account, deps, gone } = await trustedShop();
    await runToEnd(deps, account.runId);
    expect(await scoresOf(account)).toEqual([before]);

    platform.onPage = gone;
    await refreshed(deps, account);
    await rescored(deps, account);

    expect(await scoresOf(account)).toEqual([since, before]);
  });

  it("counts until its list was read whole", async () => {
    const { platform, account, deps, gone } = await trustedShop();
    await runToEnd(deps, account.runId);

    platform.onPage = async (request) => {
      if ((await gone(request)) !== null) throw new ConnectorError("provider_unavailable", "503");
      return null;
    };
    const runId = await asked(account);
    await syncRun(deps, syncJob(runId, { retries: optionalRetries }));

    expect((await readRun(bench.pool, runId)).state).toBe("done");
    expect((await scoresOf(account))[0]?.rating).toBe("4.9");
    expect(await unsettledOf(account)).toHaveLength(1);
  });

  it("stays over when the import dies before its score, and is scored by the one that goes on", async () => {
    const { platform, account, deps, gone } = await trustedShop();
    await runToEnd(deps, account.runId);
    platform.onPage = gone;
    const runId = await asked(account);
    await bench.pool.query(`
      create function public.die() returns trigger language plpgsql as $$ begin raise exception 'dies here'; end $$;
      create trigger die before insert on public.score_snapshots for each row execute function public.die();`);

    await expect(syncRun(deps, syncJob(runId))).rejects.toThrow("dies here");
    await bench.pool.query(`drop function public.die() cascade`);
    expect((await readRun(bench.pool, runId)).state).toBe("running");
    await rescored(deps, account);
    await runToEnd(deps, runId);

    expect(await scoresOf(account)).toEqual([since, since, before]);
  });
});

/** A rated shop with two orders that must be settled by now: one is, the other is on the unsettled list until all that is gone. */
async function trustedShop() {
  shops += 1;
  const shopId = `trusted${shops}`;
  const list = { account: "seller", perShop: true, required: false, parent: null } as const;
  const unsettled = { ...list, stage: "unsettled", scope: "f", asked: true };
  const performance = { ...list, stage: "shop_performance", scope: "a", asked: false };
  const deliveryTime = Math.floor(Date.now() / 1000) - 20 * 86_400;
  const order = (id: string) => orderRow(shopId, id, { deliveryTime, createTime: deliveryTime - 86_400 });
  const ofShop = { kind: "shop_performance", measure: "shop_score", currency: null, periodEnd: null } as const;
  const rating = { ...ofShop, shopId, value: "4.9" };
  const platform = createScriptedPlatform([...benchStages, unsettled, performance], {
    [`orders/${shopId}`]: { rows: [order("o-1"), order("o-2")] },
    [`statements/${shopId}`]: { rows: [], parentIds: ["st"] },
    "settlements/st": { rows: [settlementRow(shopId, "st", "1")] },
    [`unsettled/${shopId}`]: { rows: [unsettledRow(shopId, "o-2")] },
    [`shop_performance/${shopId}`]: { rows: [rating] },
  });
  const gone = async ({ stage }: Pick<PageRequest, "stage">) =>
    stage === "unsettled" || stage === "shop_performance" ? page({ rows: [], nextCursor: null }) : null;
  return { platform, gone, deps: scoringDeps(platform), account: await connectSeller(bench, [shopId]) };
}

/** What the scores of the wallet say of its rating and its settlements, the newest first. */
async function scoresOf({ wallet }: BenchAccount) {
  const { rows } = await bench.pool.query<{ rating: string | null; reconciliation: unknown }>(
    `select inputs ->> 'shopRating' as rating, inputs -> 'reconciliation' as reconciliation
     from public.score_snapshots where wallet_address = $1 order by created_at desc`,
    [wallet],
  );
  return rows;
}

async function asked({ connectionId }: BenchAccount): Promise<string> {
  return (await inTransaction(bench.pool, (tx) => requestRefresh(tx, connectionId, "daily"))) ?? "";
}

async function rescored(deps: SyncDeps, { connectionId }: BenchAccount): Promise<void> {
  await askRescore(bench.pool, connectionId);
  await bench.pool.query(`update app_private.rescores set due_at = now() where is_waiting`);
  await rescoreWallets({ ...deps, stopping: new AbortController().signal });
}

/** Two shops with unsettled money, and one row of the first that is set aside; imports are scored. */
async function waitingForMoney() {
  shops += 1;
  const shopIds = [`a${shops}`, `b${shops}`];
  const [a = "", b = ""] = shopIds;
  const unsettled = { account: "seller", stage: "unsettled", perShop: true, scope: "f", asked: true } as const;
  const rejected = [{ stage: "unsettled", rowId: "odd", reason: "est_settlement_amount: not a plain decimal" }];
  const platform = createScriptedPlatform(
    [...benchStages.slice(0, 1), { ...unsettled, required: false, parent: null }],
    {
      [`orders/${a}`]: { rows: [orderRow(a, "1"), orderRow(a, "2")] },
      [`orders/${b}`]: { rows: [orderRow(b, "3")] },
      [`unsettled/${a}`]: { rows: [unsettledRow(a, "1"), unsettledRow(a, "2")], rejected },
      [`unsettled/${b}`]: { rows: [unsettledRow(b, "3")] },
    },
  );
  const plain = syncDeps(bench, platform);
  const deps: SyncDeps = { ...plain, score: (run, connection) => scoreWallet(plain, run, connection) };
  return { platform, deps, account: await connectSeller(bench, shopIds) };
}

async function unsettledOf({ connectionId }: BenchAccount): Promise<readonly string[]> {
  const { rows } = await bench.pool.query<{ row: string }>(
    `select shop_id || ' ' || id as row from public.unsettled where connection_id = $1 order by 1`,
    [connectionId],
  );
  return rows.map(({ row }) => row);
}

async function asideOf({ connectionId }: BenchAccount): Promise<readonly string[]> {
  const { rows } = await bench.pool.query<{ shop_id: string }>(
    `select shop_id from public.rejected_rows where connection_id = $1 order by 1`,
    [connectionId],
  );
  return rows.map((row) => row.shop_id);
}

function unsettledRow(shopId: string, id: string) {
  return {
    kind: "unsettled",
    id,
    shopId,
    type: "ORDER",
    orderId: id,
    currency: "USD",
    estimatedSettlementAmount: "91.5",
    orderCreateTime: 1_790_000_000,
    orderDeliveryTime: null,
    reason: null,
  } as const;
}

/** Two shops, 7 orders each, one odd row, three statements with two settlements each. */
async function trade(given?: readonly string[], orders = 7) {
  shops += 1;
  const shopIds = given ?? [`a${shops}`, `b${shops}`];
  const [a = "", b = ""] = shopIds;
  const platform = createScriptedPlatform(benchStages, {
    [`orders/${a}`]: {
      rows: ids(orders).map((id) => orderRow(a, id)),
      rejected: [{ stage: "orders", rowId: "odd", reason: "payment.sub_total: not a plain decimal" }],
    },
    [`orders/${b}`]: { rows: ids(orders).map((id) => orderRow(b, id)) },
    [`statements/${a}`]: { rows: [], parentIds: ["st1", "st2"] },
    [`statements/${b}`]: { rows: [], parentIds: ["st3"] },
    "settlements/st1": { rows: [settlementRow(a, "st1", "1"), settlementRow(a, "st1", "2")] },
    "settlements/st2": { rows: [settlementRow(a, "st2", "3"), settlementRow(a, "st2", "4")] },
    "settlements/st3": { rows: [settlementRow(b, "st3", "5"), settlementRow(b, "st3", "6")] },
  });
  return { platform, shopIds, account: await connectSeller(bench, shopIds) };
}

/** The doubt that the odd row of a trade leaves. */
function oddRow({ shopIds }: BenchAccount) {
  return { code: "rows_set_aside", stage: "orders", shopId: shopIds[0], rows: 1 };
}

/** Has another process refresh the connection's tokens once more, whatever is left of their life. */
async function renewElsewhere(connectionId: string, connector: Connector): Promise<void> {
  const { freshToken } = syncDeps(bench, connector);
  const { version } = await freshToken({ connectionId, connector, epoch: 1 });
  const renewed = await freshToken({ connectionId, connector, epoch: 1, rejectedVersion: version });
  expect(renewed.version).toBe(version + 1);
}

async function cancel(runId: string): Promise<void> {
  await bench.pool.query(`update public.sync_runs set state = 'cancelled', finished_at = now() where id = $1`, [runId]);
}

async function change(connectionId: string, set: string): Promise<void> {
  await bench.pool.query(`update public.business_connections set ${set} where id = $1`, [connectionId]);
}

/** Lets another wallet connect the same shops. */
async function release(connectionId: string): Promise<void> {
  await bench.pool.query(`delete from public.business_connections where id = $1`, [connectionId]);
}

function ids(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `57646141303878575${index}`);
}

function page(facts: Pick<ImportPage, "rows" | "nextCursor">): ImportPage {
  return { ...facts, total: null, rejected: [], parentIds: [] };
}

async function countOf(table: "orders" | "settlements", connectionId: string): Promise<number> {
  const { rows } = await bench.pool.query<{ count: number }>(
    `select count(*)::int as count from public.${table} where connection_id = $1`,
    [connectionId],
  );
  return rows[0]?.count ?? 0;
}
