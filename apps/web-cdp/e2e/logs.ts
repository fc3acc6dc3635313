import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What stands in the folder of the product's logs: of each process, the sandbox too, since it started. */
export function logs(): readonly { readonly name: string; readonly text: string }[] {
  const folder = process.env.E2E_LOGS;
  if (!folder) throw new Error("Name the folder of the product's logs in E2E_LOGS.");
  return readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
}
