import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { freePort } from "../scripts/stack/ports.ts";
import { repositoryRoot } from "../scripts/stack/repository-root.ts";

/** The app that the bench's sandbox knows. */
export const benchApp = {
  appKey: "6benchapp01",
  appSecret: "bench0secret0not0for0production0a1b2c3d4",
  serviceId: "7400000000000000009",
} as const;

export interface AskedRequest {
  readonly serial: number;
  /** Milliseconds, when the answer was ready and before the latency was waited. */
  readonly at: number;
  readonly status: number | null;
}

/** The sandbox in its own process, steered through its control port. */
export interface SandboxProcess {
  readonly url: string;
  authorize(persona: string, scopes?: readonly string[]): Promise<string>;
  setLatency(latencyMs: number): Promise<void>;
  /** Requests a second for each shop and API; 0 is none. */
  setLimit(requestsPerSecond: number): Promise<void>;
  clearLog(): Promise<void>;
  /** Lets that share of the requests to a path fail with 503, until it is mended. */
  fail(path: string, share: number): Promise<void>;
  mend(): Promise<void>;
  /** What was asked of a path, oldest first. */
  asked(path: string, sinceSerial?: number): Promise<readonly AskedRequest[]>;
  /** Requests since the log was cleared, by method and path; ids in paths count as one. */
  countsByApi(): Promise<ReadonlyMap<string, number>>;
  stop(): Promise<void>;
}

export async function startSandboxProcess(): Promise<SandboxProcess> {
  const [port, controlPort] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, [join(repositoryRoot, "packages/tiktokshop-sandbox/src/cli.ts")], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      PATH: process.env.PATH,
      SANDBOX_PORT: String(port),
      SANDBOX_CONTROL_PORT: String(controlPort),
      TIKTOK_SHOP_APP_KEY: benchApp.appKey,
      TIKTOK_SHOP_APP_SECRET: benchApp.appSecret,
      TIKTOK_SHOP_SERVICE_ID: benchApp.serviceId,
    },
  });
  await firstLine(child);
  const control = `http://127.0.0.1:${controlPort}/ctl`;
  const say = async (verb: string, input: object) => {
    const response = await fetch(`${control}/${verb}`, { method: "POST", body: JSON.stringify(input) });
    if (!response.ok) throw new Error(`The sandbox refused ${verb}: ${await response.text()}`);
    return fieldsOf(await response.json());
  };
  return {
    url: `http://127.0.0.1:${port}`,
    authorize: async (persona, scopes) => String((await say("authorize", { persona, scopes })).get("code")),
    setLatency: async (latencyMs) => void (await say("latency", { latencyMs })),
    setLimit: async (requestsPerSecond) => void (await say("rate-limit", { requestsPerSecond })),
    clearLog: async () => void (await say("clear-log", {})),
    fail: async (path, share) =>
      void (await say("fault", {
        kind: "answer",
        status: 503,
        code: 36009003,
        path,
        probability: share,
        seed: "bench",
      })),
    mend: async () => void (await say("clear-faults", {})),
    async asked(path, sinceSerial = 0) {
      const response = await fetch(`${control}/log?${new URLSearchParams({ path, since: String(sinceSerial) })}`);
      const requests = fieldsOf(await response.json()).get("requests");
      return (Array.isArray(requests) ? requests : []).map(requestFrom);
    },
    async countsByApi() {
      const log = fieldsOf(await (await fetch(`${control}/log?limit=1`)).json());
      const counts = new Map<string, number>();
      for (const [path, count] of fieldsOf(log.get("counts"))) {
        const api = path.replaceAll(/\/\d{10,}/g, "/{id}");
        counts.set(api, (counts.get(api) ?? 0) + Number(count));
      }
      return counts;
    },
    async stop() {
      if (child.exitCode !== null) return;
      const exit = once(child, "exit");
      child.kill("SIGTERM");
      await exit;
    },
  };
}

async function firstLine(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit").then(() => {
    throw new Error("The sandbox did not start.");
  });
  await Promise.race([once(child.stdout ?? child, "data"), gone]);
  gone.catch(() => undefined);
}

function requestFrom(entry: unknown): AskedRequest {
  const fields = fieldsOf(entry);
  const status = fields.get("status");
  return {
    serial: Number(fields.get("serial")),
    at: Date.parse(String(fields.get("at"))),
    status: typeof status === "number" ? status : null,
  };
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === "object" && value !== null ? Object.entries(value) : []);
}
