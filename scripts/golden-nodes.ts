import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runGoldens } from "./run-goldens.ts";

/** Scores the goldens again under each supported Node, fetched at its exact version, in every place of `places`. */
const versions = ["22.23.3", "24.21.0", "26.9.0"];

const folder = mkdtempSync(join(tmpdir(), "golden-nodes-"));
try {
  for (const version of versions) {
    const name = `node-${process.platform}-${process.arch}`;
    const prefix = join(folder, version);
    execFileSync("npm", ["install", "--silent", "--no-save", "--prefix", prefix, `${name}@${version}`]);
    for (const line of runGoldens(join(prefix, "node_modules", name, "bin", "node"))) console.log(line);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
