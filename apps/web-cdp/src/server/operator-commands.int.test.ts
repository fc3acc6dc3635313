import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Sandbox, startSandbox } from "@lendfriend/tiktokshop-sandbox";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callForObject, connect, intEnv } from "../../../../supabase/tests/harness.ts";
import { tablesHolding } from "../../../../supabase/tests/tables-holding.ts";
import { type ImportBench, openBench } from "./jobs/testing/import-bench.ts";
import { startWorkerProcess } from "./jobs/testing/worker-process.ts";

const root = join(import.meta.dirname, "../../../..");
const folder = mkdtempSync(join(tmpdir(), "audit-record-"));
const recording = { AUDIT_SIGNING_KEY: randomBytes(32).toString("base64"), AUDIT_HEADS_DIR: folder };

let bench: ImportBench;
let sandbox: Sandbox;
beforeAll(async () => {
  bench = await openBench();
  sandbox = await startSandbox();
}, 60_000);
afterAll(async () => {
  await sandbox.close();
  await bench.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a command as the scripts of package.json do. */
async function run(file: string, env: Readonly<Record<string, string>> = recording, args: readonly string[] = []) {
  const command = join(root, "apps/web-cdp/src/server", file);
  const child = spawn(join(root, "node_modules/.bin/node"), ["--conditions=react-server", command, ...args], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "test",
      DATABASE_URL: bench.database.url,
      SUPABASE_URL: intEnv("SUPABASE_URL"),
      SUPABASE_PUBLISHABLE_KEY: intEnv("SUPABASE_PUBLISHABLE_KEY"),
      SUPABASE_SECRET_KEY: intEnv("SUPABASE_SECRET_KEY"),
      SUPABASE_JWT_SECRET: intEnv("SUPABASE_JWT_SECRET"),
      SESSION_SECRET: intEnv("SESSION_SECRET"),
      TOKEN_ENCRYPTION_KEYS: bench.tokenEncryptionKeys,
      TIKTOK_SHOP_APP_KEY: "key",
      TIKTOK_SHOP_APP_SECRET: "secret",
      TIKTOK_SHOP_SERVICE_ID: "service",
      ...env,
    },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, report: output.startsWith("{") ? JSON.parse(output) : output };
}

async function recordedAt(): Promise<unknown> {
  return (await callForObject(bench.pool, "audit_health", {})).recordedAt;
}

describe("a worker that has a key and a folder", () => {
  it("writes the record by itself; audit:verify agrees with it, and fails once a chain was cut (K03)", async () => {
    const { wallet } = await connect(bench.pool);
    const worker = await startWorkerProcess(bench, sandbox, { env: recording });
    await expect.poll(recordedAt, { timeout: 20_000, interval: 100 }).not.toBeNull();
    await worker.kill("SIGTERM");
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/^audit-heads-\d{4}-\d{2}\.ndjson$/)]);

    const whole = await run("audit-verify.ts");
    expect(whole).toMatchObject({ code: 0, report: { broken: [], recorded: { broken: [], unreadableLines: [] } } });
    expect(whole.report.recorded.heads).toBeGreaterThan(0);
    expect(Buffer.from(whole.report.publicKey, "base64")).toHaveLength(32);

    const client = await bench.pool.connect();
    await client.query("set session_replication_role = replica");
    await client.query(`delete from public.audit_log where tenant = $1`, [wallet]);
    await client.query(`delete from app_private.audit_heads where tenant = $1`, [wallet]);
    client.release(true);
    expect(await run("audit-verify.ts")).toMatchObject({
      code: 1,
      report: { broken: [], recorded: { broken: [{ problem: "cut_off" }] } },
    });
    const now = ["--after", new Date().toISOString()];
    expect(await run("audit-verify.ts", recording, now)).toMatchObject({ code: 0 });
  }, 60_000);
});

describe("commands of the operator", () => {
  it("audit:verify says that nothing is recorded where nothing is, and refuses half a setting (K03)", async () => {
    expect((await run("audit-verify.ts", {})).report.recorded).toBeNull();
    expect(await run("audit-verify.ts", { AUDIT_HEADS_DIR: folder })).toMatchObject({
      code: 1,
      report: expect.stringContaining("AUDIT_SIGNING_KEY and AUDIT_HEADS_DIR"),
    });
  });

  it.each(["", "2026-11-30", "2026-11-30T16:00:00", "30 Nov 2026 16:00 UTC", "2999-01-01T00:00:00Z", "yesterday"])(
    "audit:verify leaves nothing out after %j, which is no past time with a zone (K03)",
    async (after) => {
      expect(await run("audit-verify.ts", {}, ["--after", after])).toMatchObject({
        code: 1,
        report: expect.stringContaining("--after takes"),
      });
    },
  );

  it("audit:verify takes a time in any zone (K03)", async () => {
    expect(await run("audit-verify.ts", {}, ["--after", "2026-11-23T01:00:00+07:00"])).toMatchObject({ code: 0 });
  });

  it("retention counts, and removes only when told to (I06)", async () => {
    await bench.pool.query(`insert into app_private.used_codes values ('old', now() - interval '25 hours')`);

    expect((await run("retention.ts")).report).toMatchObject({ dry: true, rows: { "app_private.used_codes": 1 } });
    expect((await run("retention.ts")).report).toMatchObject({ rows: { "app_private.used_codes": 1 } });
    expect((await run("retention.ts", recording, ["--now"])).report).toMatchObject({ dry: false });
    expect((await run("retention.ts")).report).toMatchObject({ rows: { "app_private.used_codes": 0 } });
  });

  it("deletions:replay deletes again what is back although the ledger names it (I07)", async () => {
    const { wallet } = await connect(bench.pool);
    await bench.pool.query(
      `insert into app_private.account_deletions (wallet_hash, state, cause, requested_at, erased_at)
       values (app_private.wallet_hash($1), 'erased', 'owner', now() + interval '1 second', now())`,
      [wallet],
    );

    expect(await run("deletions-replay.ts")).toMatchObject({
      code: 0,
      report: { accounts: 1, record: { unreadableLines: 0, isWhole: true } },
    });
    expect(await tablesHolding(bench.pool, wallet)).toEqual([]);
    expect(await run("deletions-replay.ts", {})).toMatchObject({ code: 0, report: { accounts: 0, record: null } });
  });

  it("no command takes a record that it cannot read for one that holds nothing (I07, K03)", async () => {
    const absent = { ...recording, AUDIT_HEADS_DIR: join(folder, "absent") };
    const otherKey = { ...recording, AUDIT_SIGNING_KEY: randomBytes(32).toString("base64") };
    const empty = { ...recording, AUDIT_HEADS_DIR: mkdtempSync(join(tmpdir(), "empty-record-")) };

    for (const command of ["deletions-replay.ts", "audit-verify.ts"]) {
      expect(await run(command, absent)).toMatchObject({ code: 1, report: expect.stringContaining("ENOENT") });
      expect(existsSync(absent.AUDIT_HEADS_DIR)).toBe(false);
      expect(await run(command, otherKey)).toMatchObject({ code: 1 });
      expect(await run(command, empty)).toMatchObject({ code: 1 });
    }
    expect((await run("deletions-replay.ts", otherKey)).report.record).toMatchObject({ records: 0, isWhole: false });
    rmSync(empty.AUDIT_HEADS_DIR, { recursive: true });
  }, 60_000);
});
