import { spawn, spawnSync } from "node:child_process";
import { type FoundSecret, secretsIn } from "./secret-shapes.ts";

/** A secret that some version of a file holds. */
interface Sighting extends FoundSecret {
  readonly path: string;
  /** The id of the file's version in git. */
  readonly object: string;
}

/** Looks into every version of every file that any commit of a repository holds. Throws when git cannot be asked. */
export async function scanHistory(
  folder: string,
): Promise<{ readonly versions: number; readonly sightings: readonly Sighting[] }> {
  const paths = pathsByObject(folder);
  const sightings: Sighting[] = [];
  let versions = 0;
  for await (const { object, text } of filesOf(folder, [...paths.keys()])) {
    versions += 1;
    const path = paths.get(object) ?? "";
    sightings.push(...secretsIn(text).map((found) => ({ ...found, path, object })));
  }
  return { versions, sightings };
}

function pathsByObject(folder: string): ReadonlyMap<string, string> {
  const listed = spawnSync("git", ["rev-list", "--objects", "--all"], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  if (listed.status !== 0) throw new Error(`git rev-list failed: ${listed.stderr}`);
  const named = listed.stdout.split("\n").map((line) => line.split(" ", 2));
  return new Map(named.flatMap(([object = "", path]) => (path ? [[object, path] as const] : [])));
}

/** Those of the objects that are files. Binary ones read as text, which does no harm here. */
async function* filesOf(
  folder: string,
  objects: readonly string[],
): AsyncGenerator<{ readonly object: string; readonly text: string }> {
  const git = spawn("git", ["cat-file", "--batch"], { cwd: folder, stdio: ["pipe", "pipe", "inherit"] });
  git.stdin.end(`${objects.join("\n")}\n`);
  let held = Buffer.alloc(0);
  let answered = 0;
  for await (const part of git.stdout) {
    held = Buffer.concat([held, part]);
    for (let end = held.indexOf(10); end !== -1; end = held.indexOf(10)) {
      const [object = "", type, size = "0"] = held.subarray(0, end).toString("utf8").split(" ");
      const next = end + 1 + Number(size) + 1;
      if (held.length < next) break;
      answered += 1;
      if (type === "blob") yield { object, text: held.subarray(end + 1, next - 1).toString("latin1") };
      held = held.subarray(next);
    }
  }
  if (answered !== objects.length) throw new Error("git cat-file did not answer for every object.");
}
