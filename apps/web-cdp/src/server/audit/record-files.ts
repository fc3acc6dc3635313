import "server-only";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** A folder outside of the database that records are appended to, a file a month. */
export interface RecordFiles {
  /** The newest whole line, or null. */
  lastLine(): Promise<string | null>;
  /** Resolves once the line is on the disk. */
  append(line: string, at: Date): Promise<void>;
  /** Every line, oldest first. Throws when the folder is not there: who only reads would take a wrong path for an empty record. */
  lines(): AsyncGenerator<string, void, undefined>;
}

const fileName = /^audit-heads-\d{4}-\d{2}\.ndjson$/;
/** Longer than any line. */
const tailBytes = 4 * 1024 * 1024;

export function recordFiles(folder: string): RecordFiles {
  async function files(): Promise<string[]> {
    return (await readdir(folder)).filter((name) => fileName.test(name)).sort();
  }

  async function makeFolder(): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  }

  return {
    async lastLine() {
      await makeFolder();
      for (const name of (await files()).reverse()) {
        const lines = (await tailOf(join(folder, name))).split("\n").slice(0, -1);
        const last = lines.findLast((line) => line !== "");
        if (last !== undefined) return last;
      }
      return null;
    },
    async append(line, at) {
      await makeFolder();
      const path = join(folder, `audit-heads-${at.toISOString().slice(0, 7)}.ndjson`);
      const tail = await tailOf(path);
      const file = await open(path, "a", 0o600);
      try {
        // A line that a crash tore stays a line of its own.
        await file.writeFile(`${tail === "" || tail.endsWith("\n") ? "" : "\n"}${line}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
    },
    async *lines() {
      for (const name of await files()) {
        yield* createInterface({ input: createReadStream(join(folder, name)), crlfDelay: Number.POSITIVE_INFINITY });
      }
    },
  };
}

/** The end of a file as text; empty when there is none. */
async function tailOf(path: string): Promise<string> {
  const file = await open(path, "r").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (file === null) return "";
  try {
    const { size } = await file.stat();
    const length = Math.min(size, tailBytes);
    const { buffer } = await file.read({ buffer: Buffer.alloc(length), position: size - length });
    return buffer.toString("utf8");
  } finally {
    await file.close();
  }
}
