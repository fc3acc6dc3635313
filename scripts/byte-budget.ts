import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { judgeBytes, type RouteBytes } from "./stack/byte-budget.ts";
import { repositoryRoot } from "./stack/repository-root.ts";

const appFolder = join(repositoryRoot, "apps", "web-cdp");
const reportFile = join(appFolder, ".next", "diagnostics", "route-bundle-stats.json");

process.exit(checkBytes());

/** Compares what each page loads first, by the build's own report, with its budget. Run it after the build. */
function checkBytes(): number {
  const verdicts = judgeBytes(routesOf(JSON.parse(readFileSync(reportFile, "utf8"))));
  for (const { route, bytes, limit, isOver } of verdicts) {
    console.log(`${isOver ? "OVER" : "ok  "} ${kilobytes(bytes)} of ${kilobytes(limit)} kB  ${route}`);
  }
  const over = verdicts.filter(({ isOver }) => isOver).length;
  if (over > 0) console.error(`${over} of ${verdicts.length} pages load more script than their budget allows.`);
  return over === 0 ? 0 : 1;
}

function routesOf(report: unknown): readonly RouteBytes[] {
  if (!Array.isArray(report)) throw new Error(`${reportFile} has another shape; did Next change it?`);
  const sizes = new Map<string, number>();
  return report.map((row: unknown) => {
    const { route, firstLoadChunkPaths } = rowOf(row);
    const bytes = firstLoadChunkPaths.reduce((sum, path) => sum + compressed(path, sizes), 0);
    return { route, bytes };
  });
}

function compressed(path: string, sizes: Map<string, number>): number {
  const known = sizes.get(path);
  if (known !== undefined) return known;
  const size = gzipSync(readFileSync(join(appFolder, path))).byteLength;
  sizes.set(path, size);
  return size;
}

function rowOf(row: unknown): { readonly route: string; readonly firstLoadChunkPaths: readonly string[] } {
  const route: unknown = row instanceof Object ? Reflect.get(row, "route") : undefined;
  const paths: unknown = row instanceof Object ? Reflect.get(row, "firstLoadChunkPaths") : undefined;
  if (typeof route !== "string" || !Array.isArray(paths) || !paths.every((path) => typeof path === "string")) {
    throw new Error(`${reportFile} has a row of another shape; did Next change it?`);
  }
  return { route, firstLoadChunkPaths: paths };
}

function kilobytes(bytes: number): string {
  return (bytes / 1_024).toFixed(1).padStart(6);
}
