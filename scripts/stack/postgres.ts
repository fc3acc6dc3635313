import { spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { processEnv } from "./children.ts";
import { canConnect, startOnPort } from "./ports.ts";
import { type PostgresBinaries, postgresBinaries } from "./postgres-binaries.ts";
import { postgresFolder, postgresFolders } from "./postgres-folder.ts";
import { type PostgresUser, postgresUser } from "./postgres-user.ts";
import { runningProcess } from "./running-process.ts";
import { StackError } from "./stack-error.ts";

/** A running embedded PostgreSQL. */
export interface EmbeddedPostgres {
  readonly port: number;
  /** Connects as the owner of everything. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  readonly password: string;
  /** Asked only when a server has to be started, again when the answer is taken by then; one that runs keeps its port. */
  readonly choosePort: () => Promise<number>;
  /** False for databases that a test throws away: no waiting for the disk. */
  readonly durable: boolean;
  readonly say: (line: string) => void;
}

interface Cluster {
  readonly folder: string;
  readonly user: PostgresUser | null;
  readonly binaries: PostgresBinaries;
}

/**
 * Makes sure that the data folder's PostgreSQL runs: creates it the first time, starts it when it is stopped,
 * clears what a crash left behind. Throws `StackError` when it cannot.
 */
export async function ensurePostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const user = postgresUser();
  const folder = postgresFolder(options.dataDir, user, options.say);
  const cluster: Cluster = { folder, user, binaries: await postgresBinaries(user) };
  if (!existsSync(join(folder, "PG_VERSION"))) await initialise(cluster, options.password);
  const startOn = (port: number) => start(cluster, port, options.durable);
  const port = (await runningPort(folder)) ?? (await startOnPort(options.choosePort, startOn));
  const url = `postgres://postgres:${encodeURIComponent(options.password)}@127.0.0.1:${port}/postgres`;
  try {
    await waitUntilReady(url);
  } catch (error) {
    await stop(cluster);
    throw error;
  }
  return { port, url, stop: () => stop(cluster) };
}

async function initialise(cluster: Cluster, password: string): Promise<void> {
  const passwordDir = mkdtempSync(join(tmpdir(), "lendfriend-init-"));
  const passwordFile = join(passwordDir, "password");
  try {
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (cluster.user) {
      chownSync(passwordFile, cluster.user.uid, cluster.user.gid);
      chmodSync(passwordDir, 0o711);
    }
    await run(cluster, cluster.binaries.initdb, [
      ...["-D", cluster.folder, "-U", "postgres", "-A", "scram-sha-256", `--pwfile=${passwordFile}`],
      ...["--encoding=UTF8", "--locale=C", "--no-instructions", "--no-sync"],
    ]);
  } catch (error) {
    // A half-made cluster would be taken for a whole one next time.
    rmSync(join(cluster.folder, "PG_VERSION"), { force: true });
    throw error;
  } finally {
    rmSync(passwordDir, { recursive: true, force: true });
  }
}

async function start(cluster: Cluster, port: number, durable: boolean): Promise<number> {
  const settings = [
    `-p ${port}`,
    "-c listen_addresses=127.0.0.1",
    "-c unix_socket_directories=''",
    "-c timezone=UTC",
    "-c log_timezone=UTC",
    ...(durable ? [] : ["-c fsync=off", "-c synchronous_commit=off", "-c full_page_writes=off"]),
  ];
  const log = join(cluster.folder, "server.log");
  await run(cluster, cluster.binaries.pgCtl, [
    ...["start", "-D", cluster.folder, "-l", log, "-w", "-t", "60", "-s", "-o", settings.join(" ")],
  ]);
  return port;
}

async function stop(cluster: Cluster): Promise<void> {
  if ((await runningPort(cluster.folder)) === null) return;
  await run(cluster, cluster.binaries.pgCtl, ["stop", "-D", cluster.folder, "-m", "fast", "-w", "-t", "30", "-s"]);
}

/**
 * Crashes the data folder's PostgreSQL as a power cut would: no checkpoint, every connection gone. `ensurePostgres` brings it
 * back. For tests of what survives that.
 */
export async function crashPostgres(dataDir: string): Promise<void> {
  const pidFile = join(
    postgresFolder(dataDir, postgresUser(), () => undefined),
    "postmaster.pid",
  );
  process.kill(Number(readFileSync(pidFile, "utf8").split("\n")[0]), "SIGQUIT");
  for (let look = 0; look < 100 && existsSync(pidFile); look += 1) await sleep(50);
}

/** Stops the data folder's server, which a killed process left, and waits until it is gone. */
export async function stopLeftPostgres(dataDir: string): Promise<void> {
  for (const folder of Object.values(postgresFolders(dataDir))) await stopServerOn(folder);
}

async function stopServerOn(folder: string): Promise<void> {
  for (let look = 0; look < 100; look += 1) {
    const server = serverOn(folder);
    if (server === null) return;
    if (look === 0) process.kill(server.pid, "SIGINT");
    await sleep(100);
  }
}

/** The port of the server that runs on the folder; null when none does, after clearing a pid file that a crash left. */
async function runningPort(folder: string): Promise<number | null> {
  // Right after a kill the process may linger, not yet reaped: look again for a moment before believing it runs.
  for (let look = 0; look < 40; look += 1) {
    const server = serverOn(folder);
    if (server === null) {
      rmSync(join(folder, "postmaster.pid"), { force: true });
      return null;
    }
    if (server.port > 0 && (await canConnect(server.port, 500))) return server.port;
    await sleep(250);
  }
  throw new StackError(
    "start_failed",
    `A PostgreSQL server holds ${folder} but does not answer. Stop it and try again.`,
  );
}

/** The server on these very files, as their pid file names it; null when it names none that runs. */
function serverOn(folder: string): { readonly pid: number; readonly port: number } | null {
  const pidFile = join(folder, "postmaster.pid");
  if (!existsSync(pidFile)) return null;
  const [pid, servedFolder, , port] = readFileSync(pidFile, "utf8").split("\n");
  if (runningProcess(Number(pid))?.program !== "postgres" || !serves(Number(pid), folder, servedFolder)) return null;
  return { pid: Number(pid), port: Number(port) };
}

/** A folder that was copied brings the pid file of the original's server along. Throws `StackError` when nobody can tell. */
function serves(pid: number, folder: string, servedFolder: string | undefined): boolean {
  const itsFolder = workingFolder(pid);
  if (itsFolder !== null) {
    const files = statSync(folder);
    return itsFolder.dev === files.dev && itsFolder.ino === files.ino;
  }
  if (servedFolder === folder) return true;
  throw new StackError(
    "data_dir_refused",
    `${folder} was copied or moved while a database ran on it (process ${pid}). Stop that one first.`,
  );
}

/** A server works in the folder of its files. Null where the system does not tell. */
function workingFolder(pid: number): Stats | null {
  try {
    return statSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

async function waitUntilReady(url: string): Promise<void> {
  let cause: unknown;
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    try {
      await client.connect();
      await client.query("select 1");
      return;
    } catch (error) {
      cause = error;
    } finally {
      await client.end().catch(() => undefined);
    }
    if (cause instanceof Error && "code" in cause && cause.code === "28P01") {
      throw new StackError(
        "start_failed",
        "The data folder's secrets.json does not fit its database. Restore it, or run pnpm demo:reset to start over.",
        { cause },
      );
    }
    await sleep(100);
  }
  throw new StackError("start_failed", "PostgreSQL started but refuses connections. See server.log beside its files.", {
    cause,
  });
}

function run(cluster: Cluster, command: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], {
      ...cluster.user,
      cwd: "/",
      env: processEnv({ PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" }),
      stdio: ["ignore", "ignore", "pipe"],
    });
    let complaint = "";
    child.stderr.on("data", (chunk: Buffer) => {
      complaint = `${complaint}${chunk}`.slice(-2_000);
    });
    child.once("error", reject);
    // "exit", not "close": the server that pg_ctl leaves behind may keep its end of the pipe open.
    child.once("exit", (code) => {
      child.stderr.destroy();
      if (code === 0) return resolve();
      const reason = complaint.trim().split("\n").at(-1) ?? "";
      reject(new StackError("start_failed", `${command.split("/").at(-1)} failed (exit code ${code}): ${reason}`));
    });
  });
}
