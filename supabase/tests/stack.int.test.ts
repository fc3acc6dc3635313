import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import { openDataDir } from "../../scripts/stack/data-dir.ts";
import { canConnect, freePort } from "../../scripts/stack/ports.ts";
import { type EmbeddedPostgres, ensurePostgres, stopLeftPostgres } from "../../scripts/stack/postgres.ts";
import { forgetPostgresFolder, postgresFolder } from "../../scripts/stack/postgres-folder.ts";
import { postgresUser } from "../../scripts/stack/postgres-user.ts";
import { localSecrets } from "../../scripts/stack/secrets.ts";
import { type Stack, startStack } from "../../scripts/stack/stack.ts";
import { type TemporaryData, temporaryData } from "../../scripts/stack/temporary-data.ts";

let data: TemporaryData;
const running: Pick<Stack, "stop">[] = [];

beforeEach(async () => {
  data = await temporaryData("int");
});
afterEach(async () => {
  for (const stack of running.splice(0)) await stack.stop();
  data.remove();
});

async function start(durable = false): Promise<Stack> {
  const stack = await startStack({ dataDir: data.dataDir, durable });
  running.push(stack);
  return stack;
}

async function query(stack: Stack, sql: string): Promise<pg.QueryResult["rows"]> {
  const client = new pg.Client({ connectionString: stack.databaseUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function startDatabase(dataDir: string): Promise<EmbeddedPostgres> {
  openDataDir(dataDir);
  const postgres = await ensurePostgres({
    ...{ dataDir, choosePort: freePort, durable: false, say: () => undefined },
    password: localSecrets(dataDir).databasePassword,
  });
  running.push(postgres);
  return postgres;
}

const portOf = (url: string) => Number(new URL(url).port);
const databaseFolder = () => postgresFolder(data.dataDir, postgresUser(), () => undefined);
const serverPid = () => readFileSync(join(databaseFolder(), "postmaster.pid"), "utf8").split("\n")[0];

test("a stop leaves nothing running, and a second start finds its data, keys and migrations again", async () => {
  const first = await start();
  await query(first, "insert into public.accounts (wallet_address) values ('0x' || repeat('a', 40))");
  const applied = await query(first, "select * from supabase_migrations.schema_migrations order by version");
  await first.stop();
  expect(await canConnect(portOf(first.databaseUrl), 500)).toBe(false);
  expect(await canConnect(portOf(first.supabaseUrl), 500)).toBe(false);

  const second = await start();

  expect(await query(second, "select wallet_address from public.accounts")).toEqual([
    { wallet_address: `0x${"a".repeat(40)}` },
  ]);
  expect(await query(second, "select * from supabase_migrations.schema_migrations order by version")).toEqual(applied);
  expect(applied.length).toBeGreaterThan(5);
  expect(second.secrets).toEqual(first.secrets);
});

test("a database that still runs is used as it is", async () => {
  const first = await start();
  const pid = serverPid();

  const second = await start();

  expect(second.databaseUrl).toBe(first.databaseUrl);
  expect(serverPid()).toBe(pid);
});

test("a database that was killed comes back with what was committed", async () => {
  const first = await start(true);
  await query(first, "insert into public.accounts (wallet_address) values ('0x' || repeat('b', 40))");
  process.kill(Number(serverPid()), "SIGKILL");

  const second = await start();

  expect(await query(second, "select wallet_address from public.accounts")).toHaveLength(1);
});

test("a pid file that names some other process is not believed", async () => {
  const first = await start();
  await first.stop();
  const folder = databaseFolder();
  writeFileSync(join(folder, "postmaster.pid"), `${process.pid}\n${folder}\n0\n1\n\n127.0.0.1\n\nready\n`);

  const second = await start();

  expect(await query(second, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("a copied data folder runs on a database of its own, and to end and forget that leaves the original's running", async () => {
  const outside = mkdtempSync(join(tmpdir(), "lendfriend-test-"));
  onTestFinished(() => rmSync(outside, { recursive: true, force: true }));
  chmodSync(outside, 0o711);
  const copy = join(outside, "copy");
  await (await startDatabase(data.dataDir)).stop();
  execFileSync("cp", ["-a", data.dataDir, copy]);
  const original = await startDatabase(data.dataDir);
  const pid = serverPid();
  // As the copy of a running one has it.
  cpSync(join(databaseFolder(), "postmaster.pid"), join(copy, "pg", "postmaster.pid"));

  await stopLeftPostgres(copy);
  const copied = await startDatabase(copy);
  await copied.stop();
  forgetPostgresFolder(copy);

  expect(copied.port).not.toBe(original.port);
  expect([serverPid(), await canConnect(original.port, 500)]).toEqual([pid, true]);
});

test("a database and a Data API whose ports are taken between the choice and the start start on others", async () => {
  const listener = createServer((socket) => socket.destroy()).listen(0, "127.0.0.1");
  await once(listener, "listening");
  onTestFinished(() => void listener.close());
  const address = listener.address();
  const taken = typeof address === "object" && address ? address.port : 0;
  const [databasePorts, apiPorts] = [[taken], [taken]];

  const stack = await startStack({
    dataDir: data.dataDir,
    durable: false,
    chooseDatabasePort: async () => databasePorts.shift() ?? freePort(),
    chooseApiPort: async () => apiPorts.shift() ?? freePort(),
  });
  running.push(stack);

  expect([databasePorts, apiPorts]).toEqual([[], []]);
  expect(await query(stack, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("no secret of the installation is in a log", async () => {
  const stack = await start();
  await fetch(`${stack.supabaseUrl}/rest/v1/accounts?select=*`, { headers: { apikey: stack.secrets.secretKey } });

  const log = readFileSync(join(data.dataDir, "run", "data-api.log"), "utf8");

  expect(log).toContain("Server running");
  for (const secret of Object.values(stack.secrets)) expect(log).not.toContain(secret);
});
