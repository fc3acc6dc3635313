import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, statfsSync } from "node:fs";
import { join } from "node:path";

/** A file system that can be filled to its last byte. */
export interface SmallDisk {
  fill(): void;
  free(): void;
  unmount(): void;
}

/** Mounts one in memory over a folder. Null where that is not allowed: elsewhere than on Linux, or without root's rights. */
export function mountSmallDisk(folder: string, megabytes: number): SmallDisk | null {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return null;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!succeeds("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=0700`, "tmpfs", folder])) return null;
  const filler = join(folder, "filler");
  return {
    fill() {
      const { bavail, bsize } = statfsSync(folder);
      if (bavail > 0) succeeds("fallocate", ["-l", String(bavail * bsize), filler]);
    },
    free: () => rmSync(filler, { force: true }),
    unmount: () => void succeeds("umount", ["-l", folder]),
  };
}

function succeeds(command: string, args: readonly string[]): boolean {
  return spawnSync(command, [...args], { stdio: "ignore" }).status === 0;
}
