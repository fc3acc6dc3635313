import { writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import lighthouse, { desktopConfig } from "lighthouse";
import { debuggedBrowser } from "../apps/web-cdp/e2e/debugged-browser.ts";
import {
  addressOf,
  emptyPlaces,
  fullPlaces,
  type Place,
  people,
  populate,
  publicPlaces,
} from "../apps/web-cdp/e2e/places.ts";
import startStack from "../apps/web-cdp/e2e/stack.ts";
import { type Judged, judge, table } from "./lighthouse/judge.ts";
import { freePort } from "./stack/ports.ts";
import { repositoryRoot } from "./stack/repository-root.ts";

process.exit(await measure(process.argv[2] ?? null));

/**
 * Asks Lighthouse about every page of a production build, as a desktop and with a session where the page needs one. `only`, a
 * part of names, measures fewer and leaves the document alone.
 */
async function measure(only: string | null): Promise<number> {
  const stop = await startStack();
  try {
    const all = await everyPlace();
    const wanted = all.filter(({ name }) => only === null || name.toLowerCase().includes(only.toLowerCase()));
    const { judged, means } = await ask(wanted);
    console.log(`\n${table(judged)}`);
    if (only === null) writeFileSync(join(repositoryRoot, "docs", "lighthouse.md"), page(judged, means));
    const bad = judged.filter(({ misses }) => misses.length > 0);
    if (bad.length > 0) console.error(`${bad.length} of ${judged.length} pages miss the goal.`);
    return bad.length === 0 && judged.length > 0 ? 0 : 1;
  } finally {
    await stop();
  }
}

/** Every page of the stack, of nobody, of a newcomer and of people with all there is to see; fills the product for them. */
async function everyPlace(): Promise<readonly Place[]> {
  const { somebody } = people();
  const [borrower, other, lender, newcomer] = [await somebody(), await somebody(), await somebody(), await somebody()];
  await populate({ borrower, other, lender }, ["growing-seller"]);
  return [...publicPlaces(), ...emptyPlaces(newcomer), ...fullPlaces({ borrower, other, lender })];
}

/** With what was measured: Lighthouse's version and the browser's. */
async function ask(wanted: readonly Place[]): Promise<{ judged: readonly Judged[]; means: string }> {
  const port = await freePort();
  const debugged = await debuggedBrowser(port);
  const judged: Judged[] = [];
  let means = "";
  try {
    for (const { name, path, caller } of wanted) {
      await debugged.become(caller);
      const result = await lighthouse(
        addressOf(path),
        { port, logLevel: "error", disableStorageReset: true },
        desktopConfig,
      );
      if (result === undefined) throw new Error(`Lighthouse gave no result for ${path}`);
      const { runtimeError } = result.lhr;
      if (runtimeError) throw new Error(`Lighthouse could not read ${path}: ${runtimeError.message}`);
      const one = judge(name, path.replace(/0x[0-9a-f]{40}/g, "…"), result.lhr);
      judged.push(one);
      means = `Lighthouse ${result.lhr.lighthouseVersion}, ${/Chrome\/[\d.]+/.exec(result.lhr.environment.hostUserAgent)?.[0]}`;
      console.log(table([one]).split("\n").at(-1));
      for (const miss of one.misses) console.log(`    ${miss}`);
    }
  } finally {
    await debugged.close();
  }
  return { judged, means };
}

function page(judged: readonly Judged[], means: string): string {
  const cores = cpus();
  const machine = `${cores.length} cores (${cores[0]?.model.trim() ?? "unknown"}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, ${means}`;
  return `# Lighthouse

Written by \`pnpm lighthouse\` on ${new Date().toISOString().slice(0, 10)}: Lighthouse's desktop preset against a production build, one page after the other, with a session where the page needs one. It fails when a page has less than 98 in a category or moves while it loads. Performance is measured and depends on the machine and on what else it does, so this is a command and no part of the gate; what does not depend on the machine (axe, layout shift, width, script) is in the gate.

Machine: ${machine}

${table(judged)}
`;
}
