import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("./recompute-goldens.ts", import.meta.url));

/** Zones at both ends of the day and with odd offsets; locales with other digits, case rules and separators. */
const places = [
  { TZ: "UTC", LC_ALL: "C", LANG: "C" },
  { TZ: "Pacific/Kiritimati", LC_ALL: "de_DE.UTF-8", LANG: "de_DE.UTF-8" },
  { TZ: "America/St_Johns", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" },
  { TZ: "Asia/Kathmandu", LC_ALL: "ar_EG.UTF-8", LANG: "ar_EG.UTF-8" },
  { TZ: "Pacific/Pago_Pago", LC_ALL: "th_TH.UTF-8", LANG: "th_TH.UTF-8" },
];

/** One line for each place; throws with the difference when a golden scores otherwise there. */
export function runGoldens(node: string): readonly string[] {
  return places.map((place) => {
    const { status, stdout, stderr } = spawnSync(node, ["--no-warnings", script], {
      env: { PATH: process.env.PATH, ...place },
      encoding: "utf8",
      timeout: 60_000,
    });
    if (status !== 0) throw new Error(`${node} in ${place.TZ}, ${place.LC_ALL}:\n${stdout}${stderr}`);
    return stdout.trim();
  });
}
