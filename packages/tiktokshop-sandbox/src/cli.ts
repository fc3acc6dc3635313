import { parseArgs } from "node:util";
import { PortError } from "./listen.ts";
import { type SandboxOptions, startSandbox } from "./sandbox.ts";
import { demoApp } from "./settings.ts";
import { StateFileError } from "./state-file.ts";

const usage = `Usage: node packages/tiktokshop-sandbox/src/cli.ts [options]

  --port <n>            platform port             (SANDBOX_PORT, 4010)
  --control-port <n>    control port              (SANDBOX_CONTROL_PORT, 4011)
  --host <host>         address to listen on      (SANDBOX_HOST, 127.0.0.1)
  --app-key <key>       the app's key             (TIKTOK_SHOP_APP_KEY)
  --app-secret <secret> the app's secret          (TIKTOK_SHOP_APP_SECRET)
  --service-id <id>     the app's service id      (TIKTOK_SHOP_SERVICE_ID)
  --redirect-url <url>  where consent returns to  (SANDBOX_REDIRECT_URL, ${demoApp.redirectUrl})
  --webhook-url <url>   default webhook receiver  (SANDBOX_WEBHOOK_URL, ${demoApp.webhookUrl})
  --state-file <path>   keep tokens over restarts (SANDBOX_STATE_FILE, none: memory only)
  --latency-ms <n>      delay of every answer     (SANDBOX_LATENCY_MS, 0)
  --rps <n>             requests a second per app, shop and API; 0 is off (SANDBOX_RPS, 50)
  --help`;

const values = readFlags();

if (values.help === true) {
  console.log(usage);
} else {
  await run(readOptions());
}

function readFlags() {
  try {
    return parseArgs({
      options: {
        port: { type: "string" },
        "control-port": { type: "string" },
        host: { type: "string" },
        "app-key": { type: "string" },
        "app-secret": { type: "string" },
        "service-id": { type: "string" },
        "redirect-url": { type: "string" },
        "webhook-url": { type: "string" },
        "state-file": { type: "string" },
        "latency-ms": { type: "string" },
        rps: { type: "string" },
        help: { type: "boolean" },
      },
    }).values;
  } catch (cause) {
    return fail(`${cause instanceof Error ? cause.message : "The options do not fit."}. --help lists them.`);
  }
}

function readOptions(): SandboxOptions {
  const { env } = process;
  const text = (flag: string | undefined, variable: string) =>
    flag ?? (env[variable] === "" ? undefined : env[variable]);
  const number = (flag: string | undefined, variable: string, fallback: number) => {
    const given = text(flag, variable);
    if (given === undefined) return fallback;
    if (!/^\d{1,6}$/.test(given)) fail(`${variable} must be a whole number, not "${given}".`);
    return Number(given);
  };
  return {
    port: number(values.port, "SANDBOX_PORT", 4010),
    controlPort: number(values["control-port"], "SANDBOX_CONTROL_PORT", 4011),
    host: text(values.host, "SANDBOX_HOST") ?? "127.0.0.1",
    app: {
      appKey: text(values["app-key"], "TIKTOK_SHOP_APP_KEY") ?? demoApp.appKey,
      appSecret: text(values["app-secret"], "TIKTOK_SHOP_APP_SECRET") ?? demoApp.appSecret,
      serviceId: text(values["service-id"], "TIKTOK_SHOP_SERVICE_ID") ?? demoApp.serviceId,
      redirectUrl: text(values["redirect-url"], "SANDBOX_REDIRECT_URL") ?? demoApp.redirectUrl,
      webhookUrl: text(values["webhook-url"], "SANDBOX_WEBHOOK_URL") ?? demoApp.webhookUrl,
    },
    stateFile: text(values["state-file"], "SANDBOX_STATE_FILE") ?? null,
    latencyMs: number(values["latency-ms"], "SANDBOX_LATENCY_MS", 0),
    rateLimit: { requestsPerSecond: number(values.rps, "SANDBOX_RPS", 50) },
  };
}

async function run(options: SandboxOptions): Promise<void> {
  const sandbox = await startSandbox(options).catch((cause: unknown) => {
    if (cause instanceof PortError || cause instanceof StateFileError) return fail(cause.message);
    throw cause;
  });
  console.log(`TikTok Shop sandbox on ${sandbox.url}, control on ${sandbox.controlUrl}`);
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    void sandbox.close();
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

function fail(message: string): never {
  console.error(`TikTok Shop sandbox: ${message}`);
  process.exit(1);
}
