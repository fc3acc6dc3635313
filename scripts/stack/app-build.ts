import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { type Child, startChild } from "./children.ts";
import { repositoryRoot } from "./repository-root.ts";
import { StackError } from "./stack-error.ts";

const appFolder: string = join(repositoryRoot, "apps", "web-cdp");
const buildFolder: string = join(appFolder, ".next");
const hashName = "source-hash";
/** Next names a build before it makes the pages, and writes this one after them; it deletes both before it begins. */
const lastWritten = "export-marker.json";

const sources = [
  "apps/web-cdp/src",
  "apps/web-cdp/public",
  "apps/web-cdp/next.config.ts",
  "apps/web-cdp/postcss.config.mjs",
  "apps/web-cdp/package.json",
  "apps/web-cdp/tsconfig.json",
  "packages/connector/src",
  "packages/credit-score/src",
  "packages/score-proof/src",
  "packages/tiktokshop-client/src",
  "pnpm-lock.yaml",
  "tsconfig.base.json",
] as const;

/** Whether the built app is that of the present sources. */
export function isAppBuilt(folder: string = buildFolder): boolean {
  const [buildId, hashFile] = [join(folder, "BUILD_ID"), join(folder, hashName)];
  if (!existsSync(buildId)) return false;
  if (existsSync(hashFile)) return readFileSync(hashFile, "utf8") === sourceHash();
  // Built by "pnpm build", which leaves no hash: good when it came to its end and nothing has been touched since.
  if (!existsSync(join(folder, lastWritten))) return false;
  const builtAt = statSync(buildId).mtimeMs;
  return sourceFiles().every((file) => statSync(file).mtimeMs < builtAt);
}

/** Builds the app for production. `onStart` receives the process so that it can be stopped. Throws `StackError`. */
export async function buildApp(options: {
  readonly logFile: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly onStart: (child: Child) => unknown;
}): Promise<void> {
  const hash = sourceHash();
  const child = startChild({
    name: "App build",
    command: process.execPath,
    args: [nextPath(), "build"],
    cwd: appFolder,
    logFile: options.logFile,
    env: buildEnv(options.env),
  });
  options.onStart(child);
  const how = await child.ended;
  if (how !== "exit code 0") {
    const reason = child.lastLines().join("\n");
    throw new StackError("start_failed", `The app does not build (${how}), see ${options.logFile}:\n${reason}`);
  }
  writeFileSync(join(buildFolder, hashName), hash);
}

export function nextPath(): string {
  return join(appFolder, "node_modules", "next", "dist", "bin", "next");
}

export { appFolder };

/** The address and the secrets belong to a start, not to a build: one build serves every port. */
function buildEnv(env: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  const kept = Object.entries(env).filter(
    ([name]) => !/^(NEXT_PUBLIC_APP_URL|SUPABASE_|DATABASE_URL|NODE_ENV)/.test(name),
  );
  return { ...Object.fromEntries(kept), NEXT_TELEMETRY_DISABLED: "1" };
}

function sourceHash(): string {
  const hash = createHash("sha256");
  for (const file of sourceFiles()) {
    hash.update(relative(repositoryRoot, file)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

function sourceFiles(): readonly string[] {
  return sources
    .map((source) => join(repositoryRoot, source))
    .filter((path) => existsSync(path))
    .flatMap((path) => (statSync(path).isDirectory() ? filesUnder(path) : [path]))
    .filter((file) => !/\.(test|bench)\.tsx?$/.test(file))
    .sort();
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
