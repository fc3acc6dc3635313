import { onLauncherGone } from "./stack/launchers.ts";
import { demoDataDir, loadLocalEnv } from "./stack/local-env.ts";
import { portFrom } from "./stack/ports.ts";
import { type Product, type StartingProduct, startProduct } from "./stack/product.ts";
import { StackError } from "./stack/stack-error.ts";

process.exit(await demo());

async function demo(): Promise<number> {
  loadLocalEnv();
  const began = performance.now();
  try {
    const product = startProduct(readOptions());
    const asked = stopOnSignal(product);
    const up = await Promise.race([product.ready, asked]);
    if (up === "asked") return 0;
    console.log(
      `Everything is up after ${((performance.now() - began) / 1_000).toFixed(1)} s; Ctrl-C stops all of it.`,
    );
    console.log(`Ready: ${up.url}${isDemo(up.env) ? " — sign in with the demo wallet" : ""}`);
    const end = await Promise.race([up.broken, asked]);
    if (end === "asked") return 0;
    console.error(end.message);
    await product.stop();
    return 1;
  } catch (error) {
    if (!(error instanceof StackError)) throw error;
    console.error(error.message);
    return 1;
  }
}

function readOptions() {
  const { env } = process;
  return {
    dataDir: demoDataDir(),
    port: portFrom(env.PORT, "PORT") ?? 3000,
    sandboxPort: portFrom(env.SANDBOX_PORT, "SANDBOX_PORT") ?? 4010,
    sandboxControlPort: portFrom(env.SANDBOX_CONTROL_PORT, "SANDBOX_CONTROL_PORT") ?? 4011,
    given: env,
    mode: process.argv.includes("--dev") ? "dev" : "production",
    durable: true,
    say: (line: string) => console.log(line),
    onStep: (step: string, seconds: number) => console.log(`  ${step.padEnd(22)}${seconds.toFixed(1).padStart(6)} s`),
  } as const;
}

/** Whether the app offers the demo wallet: a DEMO_MODE that was set already may say no. */
function isDemo(env: Product["env"]): boolean {
  return env.DEMO_MODE === "1" || env.DEMO_MODE === "true";
}

/**
 * Settles once a signal came and everything has been stopped. A third signal does not wait. The second may be the first
 * again: a package manager passes on what the terminal has sent to everybody, or ends by it.
 */
function stopOnSignal(product: StartingProduct): Promise<"asked"> {
  return new Promise((resolve) => {
    let count = 0;
    const stop = () => {
      count += 1;
      if (count > 2) process.exit(130);
      if (count > 1) return;
      console.log("Stopping…");
      product.ready.catch(() => undefined);
      void product.stop().then(() => resolve("asked"));
    };
    // A closed terminal takes our output away; that must not keep us from stopping what we started.
    for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
    onLauncherGone(stop);
  });
}
