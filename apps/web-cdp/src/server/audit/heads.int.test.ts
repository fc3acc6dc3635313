import { randomBytes } from "node:crypto";
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createPool } from "#server/stores/pg/pool.ts";
import { callForObject, connect, newWallet } from "../../../../../supabase/tests/harness.ts";
import { createOwnDatabase, type OwnDatabase } from "../../../../../supabase/tests/own-database.ts";
import { createAuditSigner } from "./audit-signer.ts";
import { readRecordLine } from "./head-record.ts";
import { recordFiles } from "./record-files.ts";
import { recordHeads } from "./record-heads.ts";
import { verifyAudit } from "./verify-audit.ts";
import { verifyHeads } from "./verify-heads.ts";

let database: OwnDatabase;
let pool: ReturnType<typeof createPool>;
let folder: string;
const signer = createAuditSigner({ privateKey: new Uint8Array(randomBytes(32)), earlier: [] });

beforeAll(async () => {
  database = await createOwnDatabase();
  pool = createPool({ databaseUrl: database.url, applicationName: "heads-test", max: 20 });
}, 60_000);
afterAll(async () => {
  await pool.end();
  await database.drop();
});
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "audit-heads-"));
  await owner("truncate app_private.audit_recordings", "update app_private.audit_heads set recorded_seq = seq");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What only whoever holds the database can do, past the triggers. */
async function owner(...statements: readonly string[]): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("set session_replication_role = replica");
    for (const statement of statements) await client.query(statement);
  } finally {
    client.release(true);
  }
}

async function append(tenant: string, entries: number): Promise<void> {
  for (let entry = 0; entry < entries; entry += 1) {
    await pool.query("select app_private.append_audit($1, 'system', 'test', 'object', '{}')", [tenant]);
  }
}

async function chainOf(entries: number): Promise<string> {
  const tenant = newWallet();
  await append(tenant, entries);
  return tenant;
}

const deps = () => ({ pool, signer, files: recordFiles(folder) });
const record = () => recordHeads(deps());
const minutePasses = () => owner("update app_private.audit_recordings set recorded_at = now() - interval '1 minute'");
const verify = (given: Partial<Parameters<typeof verifyHeads>[1]> = {}) =>
  verifyHeads(pool, { signer, files: recordFiles(folder), after: null, ...given });
const file = () => join(folder, readdirSync(folder)[0] ?? "");

/** Rewrites a tenant's whole chain, each hash and the head included, with another action. */
async function rewriteWhole(tenant: string): Promise<void> {
  await owner(
    `do $$ declare r record; prev text := ''; begin
       for r in select * from public.audit_log where tenant = '${tenant}' order by seq loop
         update public.audit_log set action = 'forged', prev_hash = prev,
           hash = app_private.audit_hash(prev, tenant, seq, at, actor, 'forged', object, meta)
         where id = r.id returning hash into prev;
       end loop;
       update app_private.audit_heads set hash = prev where tenant = '${tenant}';
     end $$`,
  );
}

async function cutTail(tenant: string, from: number): Promise<void> {
  await owner(
    `delete from public.audit_log where tenant = '${tenant}' and seq >= ${from}`,
    `update app_private.audit_heads h set seq = l.seq, hash = l.hash from (
       select seq, hash from public.audit_log where tenant = '${tenant}' order by seq desc limit 1) l
     where h.tenant = '${tenant}'`,
  );
}

describe("the record outside of the database", () => {
  it("agrees with chains that only grow", async () => {
    const tenant = await chainOf(3);
    expect(await record()).toBe(1);
    await append(tenant, 2);
    await minutePasses();
    expect(await record()).toBe(1);

    const report = await verify();

    expect(report).toMatchObject({ records: 2, heads: 2, broken: [], unreadableLines: [], gapsBeforeLines: [] });
    expect(readFileSync(file(), "utf8")).not.toContain(tenant);
  });

  it("finds a tail that was cut off together with its head, which the chain alone does not (K03)", async () => {
    const tenant = await chainOf(6);
    await record();
    await cutTail(tenant, 5);

    expect((await verifyAudit(pool)).broken).toEqual([]);
    expect((await verify()).broken).toMatchObject([{ tenant, seq: 6, problem: "cut_off" }]);
  });

  it("finds a chain that was rewritten whole, also after the forgery has been recorded (K03)", async () => {
    const tenant = await chainOf(3);
    await record();
    await rewriteWhole(tenant);
    await append(tenant, 1);
    await minutePasses();
    await record();

    expect((await verifyAudit(pool)).broken).toEqual([]);
    expect((await verify()).broken).toMatchObject([{ tenant, seq: 3, problem: "rewritten" }]);
  });

  it("finds a chain that was removed whole (K03)", async () => {
    const tenant = await chainOf(2);
    await record();
    await owner(
      `delete from public.audit_log where tenant = '${tenant}'`,
      `delete from app_private.audit_heads where tenant = '${tenant}'`,
    );

    expect((await verifyAudit(pool)).broken).toEqual([]);
    expect((await verify()).broken).toMatchObject([{ tenant: null, seq: 2, problem: "cut_off" }]);
  });

  it("does not miss a chain that ended with the deletion of its account, and still judges the next one (I02)", async () => {
    const { wallet } = await connect(pool);
    await record();
    const { deletionId } = await callForObject(pool, "begin_account_deletion", { p_wallet: wallet });
    await pool.query("select app_private.erase_account($1)", [deletionId]);
    expect((await verify()).broken).toEqual([]);

    await callForObject(pool, "open_session", { p_session_hash: wallet, p_wallet: wallet });
    await append(wallet, 3);
    await minutePasses();
    await record();
    await cutTail(wallet, 2);

    expect((await verify()).broken).toMatchObject([{ tenant: wallet, seq: 3, problem: "cut_off" }]);
  });

  it.each([
    ["changed", (text: string) => text.replace('"v":1', '"v": 1')],
    ["signed by another key", (text: string) => text],
    ["torn", (text: string) => text.slice(0, -20)],
  ])("names a line that was %s", async (how, change) => {
    await chainOf(1);
    await record();
    writeFileSync(file(), change(readFileSync(file(), "utf8")));
    const other = createAuditSigner({ privateKey: new Uint8Array(randomBytes(32)), earlier: [] });

    const report = await verify(how === "signed by another key" ? { signer: other } : {});

    expect(report.unreadableLines).toEqual([1]);
  });

  it("names the place where lines were taken out", async () => {
    for (let minute = 0; minute < 3; minute += 1) {
      await chainOf(1);
      await record();
      await minutePasses();
    }
    const [first, , third] = readFileSync(file(), "utf8").split("\n");
    writeFileSync(file(), `${first}\n${third}\n`);

    expect((await verify()).gapsBeforeLines).toEqual([2]);
  });

  it("goes on after a line that a crash tore, and tells it", async () => {
    await chainOf(1);
    await record();
    appendFileSync(file(), "half a li");
    await minutePasses();
    await chainOf(1);
    await record();

    expect(await verify()).toMatchObject({ records: 2, unreadableLines: [2], broken: [] });
  });

  it("is written once a minute by however many workers, and repeated after a write that failed", async () => {
    const tenant = await chainOf(1);
    const written = await Promise.all(Array.from({ length: 8 }, record));
    expect(written.reduce((sum, one) => sum + one, 0)).toBe(1);

    await append(tenant, 1);
    await minutePasses();
    const full = { ...recordFiles(folder), append: () => Promise.reject(new Error("no space left")) };
    await expect(recordHeads({ ...deps(), files: full })).rejects.toThrow("no space left");
    expect(await record()).toBe(1);

    expect(await verify()).toMatchObject({ records: 2, heads: 2, broken: [] });
  });

  it("is not written anew when another worker's was finished just before the lock was had", async () => {
    await chainOf(1);
    const overtaken: typeof pool = Object.create(pool, {
      connect: {
        value: async () => {
          const client = await pool.connect();
          const query = async (text: string, values?: unknown[]) => {
            const answer = await client.query(text, values);
            if (text.includes("advisory"))
              await owner("insert into app_private.audit_recordings (recorded_at) values (now())");
            return answer;
          };
          return { query, release: client.release.bind(client) };
        },
      },
    });

    expect(await recordHeads({ ...deps(), pool: overtaken })).toBe(0);
  });

  it("is written at once when something was deleted, and names no wallet", async () => {
    const { wallet } = await connect(pool);
    await record();
    await callForObject(pool, "begin_account_deletion", { p_wallet: wallet });

    expect(await record()).toBe(1);

    const text = readFileSync(file(), "utf8");
    expect(text).toMatch(/"deletions":\[\{"walletHash":"[0-9a-f]{64}","connectionId":null/);
    expect(text).not.toContain(wallet);
  });

  it("is written in lines of bounded length however much was deleted at once, and leaves no deletion out", async () => {
    await record();
    await pool.query(
      `insert into app_private.erasures (wallet_hash, connection_id, what)
       select encode(sha256(n::text::bytea), 'hex'), gen_random_uuid(), 'test' from generate_series(1, 4100) as n`,
    );
    await pool.query(
      `insert into app_private.account_deletions (wallet_hash, cause, state, erased_at)
       select encode(sha256(n::text::bytea), 'hex'), 'owner', 'erased', now() from generate_series(1, 2100) as n`,
    );

    await record();

    const told = readFileSync(file(), "utf8")
      .trimEnd()
      .split("\n")
      .slice(1)
      .map((line) => readRecordLine(line, signer)?.deletions.length);
    expect(told).toEqual([4_000, 2_100, 100]);
    expect(await verify()).toMatchObject({ unreadableLines: [], gapsBeforeLines: [] });
  });

  it("leaves out what was recorded before a restore, when told when that was", async () => {
    const tenant = await chainOf(4);
    await record();
    await cutTail(tenant, 3);
    const restoredAt = new Date();

    expect((await verify()).broken).toHaveLength(1);
    expect((await verify({ after: restoredAt })).broken).toEqual([]);
  });

  it("is not held to a torn line or a gap from before the restore either, and still to those since", async () => {
    const minutes = async (count: number) => {
      for (let minute = 0; minute < count; minute += 1) {
        await minutePasses();
        await chainOf(1);
        await record();
      }
    };
    const takeOut = (line: number) =>
      writeFileSync(
        file(),
        readFileSync(file(), "utf8")
          .split("\n")
          .toSpliced(line - 1, 1)
          .join("\n"),
      );
    await minutes(4);
    takeOut(2);
    appendFileSync(file(), "half a li");
    await minutes(1);
    const restoredAt = new Date();
    await minutes(4);
    expect(await verify()).toMatchObject({ unreadableLines: [4], gapsBeforeLines: [2] });
    expect(await verify({ after: restoredAt })).toMatchObject({ unreadableLines: [], gapsBeforeLines: [] });

    takeOut(7);
    appendFileSync(file(), `${readFileSync(file(), "utf8").split("\n")[0]}\nhalf a li`);
    await minutes(1);

    const since = await verify({ after: restoredAt });
    expect(since).toMatchObject({ unreadableLines: [10], gapsBeforeLines: [7, 9] });
  });

  it("is still verified by an earlier key after a new one signs", async () => {
    await chainOf(1);
    await record();
    const earlier = new Uint8Array(Buffer.from(signer.publicKey, "base64"));
    const next = createAuditSigner({ privateKey: new Uint8Array(randomBytes(32)), earlier: [earlier] });

    expect(await verify({ signer: next })).toMatchObject({ records: 1, unreadableLines: [] });
  });
});
