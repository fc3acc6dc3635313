import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StackError } from "./stack-error.ts";

const markerName = "lendfriend-data.json";

/** What the data folder remembers about itself. */
export interface DataDirMarker {
  readonly kind: "lendfriend-data";
  /** Where the database's files are: `pg` inside the folder, or a path under the system's temporary directory. */
  readonly postgresDir: string | null;
}

/** Makes the folder, or accepts it when it is empty or already ours. Throws `StackError` for anybody else's folder. */
export function openDataDir(dataDir: string): DataDirMarker {
  mkdirSync(dataDir, { recursive: true });
  const known = readMarker(dataDir);
  if (known) return known;
  if (readdirSync(dataDir).length > 0) {
    throw new StackError(
      "data_dir_refused",
      `${dataDir} holds files that are not this project's. Set DATA_DIR to an empty or a new folder.`,
    );
  }
  chmodSync(dataDir, 0o711);
  return writeMarker(dataDir, { kind: "lendfriend-data", postgresDir: null });
}

export function writeMarker(dataDir: string, marker: DataDirMarker): DataDirMarker {
  writeFileSync(join(dataDir, markerName), `${JSON.stringify(marker, null, 2)}\n`, { mode: 0o600 });
  return marker;
}

/** The folder's marker, or null when the folder is not one of ours. */
export function readMarker(dataDir: string): DataDirMarker | null {
  const path = join(dataDir, markerName);
  if (!existsSync(path)) return null;
  try {
    const marker: unknown = JSON.parse(readFileSync(path, "utf8"));
    return isMarker(marker) ? marker : null;
  } catch {
    return null;
  }
}

function isMarker(value: unknown): value is DataDirMarker {
  if (typeof value !== "object" || value === null || !("kind" in value) || !("postgresDir" in value)) return false;
  return value.kind === "lendfriend-data" && (value.postgresDir === null || typeof value.postgresDir === "string");
}
