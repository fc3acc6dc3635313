import { join } from "node:path";
import { parseArgs } from "node:util";
import { audit } from "./audit.ts";
import { type Engine, openEngine } from "./engine.ts";
import { importSpeed } from "./import-speed.ts";
import { importMemory, metricsOver } from "./memory.ts";
import { recordOrderPage } from "./order-page.ts";
import { parsing } from "./parsing.ts";
import { printSection, type Section, writeReport } from "./report.ts";
import { requestCost } from "./request-cost.ts";
import { type SandboxProcess, startSandboxProcess } from "./sandbox-process.ts";
import { scoring } from "./scoring.ts";
import { signing } from "./signing.ts";
import { wholeImport } from "./whole-import.ts";

const usage = `Usage: pnpm bench [--full] [--only <section>]... [--orders <n>]

  --full   20,000 and 100,000 orders, and 1,000,000 for memory
  --only   ${["signing", "parsing", "scoring", "metrics", "import", "memory", "audit", "requests"].join(", ")}; writes no report
  --orders size of the imported shops; writes no report`;

const { values } = parseArgs({
  options: {
    full: { type: "boolean" },
    only: { type: "string", multiple: true },
    orders: { type: "string" },
    help: { type: "boolean" },
  },
});

if (values.help === true) console.log(usage);
else
  await bench({
    isFull: values.full === true,
    only: values.only ?? [],
    orderCount: values.orders === undefined ? null : Number(values.orders),
  });

interface BenchOptions {
  readonly isFull: boolean;
  /** Sections to run; empty for all. */
  readonly only: readonly string[];
  /** Instead of the usual sizes. */
  readonly orderCount: number | null;
}

async function bench({ isFull, only, orderCount }: BenchOptions): Promise<void> {
  const start = Date.now();
  const sections: Section[] = [];
  const mode = isFull ? "`pnpm bench --full`" : "`pnpm bench` (quick; `--full` adds 100,000 and 1,000,000 orders)";
  const wants = (name: string) => only.length === 0 || only.includes(name);
  const add = (section: Section) => {
    sections.push(section);
    printSection(section);
    if (only.length > 0 || orderCount !== null) return;
    // After every section, so that a run that is cut short leaves what it has.
    writeReport(join(import.meta.dirname, "RESULTS.md"), sections, [
      `${mode}, ${new Date().toISOString().slice(0, 10)}, ${minutesSince(start)} minutes`,
    ]);
  };

  const sandbox = await startSandboxProcess();
  try {
    await sandbox.setLimit(0);
    const page = await recordOrderPage(sandbox);
    if (wants("signing")) add(signing(page));
    if (wants("parsing")) add(parsing(page));
    if (wants("scoring")) add(scoring());
    if (wants("metrics")) add(await metricsOver(1_000_000));
    if (wants("import") || wants("memory")) await withEngine((engine) => imports(engine, sandbox));
    if (wants("audit")) await withEngine(async (engine) => add(await audit(engine)));
  } finally {
    await sandbox.stop();
  }
  if (wants("requests")) add(await requestCost());
  console.log(`\nDone in ${minutesSince(start)} minutes.`);

  async function imports(engine: Engine, platform: SandboxProcess): Promise<void> {
    if (wants("import")) {
      const sizes = orderCount !== null ? [orderCount] : isFull ? [20_000, 100_000] : [20_000];
      for (const size of sizes) {
        add(await importSpeed({ engine, sandbox: platform, orderCount: size }));
        add(await wholeImport(engine, platform, size));
      }
    }
    if (wants("memory")) add(await importMemory(engine, platform, orderCount ?? (isFull ? 1_000_000 : 200_000)));
  }
}

async function withEngine(act: (engine: Engine) => Promise<void>): Promise<void> {
  const engine = await openEngine();
  try {
    await act(engine);
  } finally {
    await engine.stop();
  }
}

function minutesSince(start: number): string {
  return ((Date.now() - start) / 60_000).toFixed(1);
}
