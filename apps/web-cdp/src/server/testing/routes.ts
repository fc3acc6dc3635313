import { readdirSync } from "node:fs";
import type { createBrowser } from "./browser.ts";

type Handler = Parameters<ReturnType<typeof createBrowser>["visit"]>[0];

const folder = new URL("../../app/api/", import.meta.url);
const file = "/route.ts";
/** Answers for every address under /api that nothing stands at. */
const nowhere = "[...path]";

/** What stands under /api, by folder: `shares/[id]`. */
export const routePaths: readonly string[] = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(file))
  .map((name) => name.slice(0, -file.length))
  .filter((path) => path !== nowhere);

/** What a route does with a verb. Throws where it leaves the verb to Next. */
export async function handlerOf(path: string, verb: string): Promise<Handler> {
  const route: Record<string, Handler> = await import(new URL(`${path}${file}`, folder).href);
  const handler = route[verb];
  if (!handler) throw new Error(`${path} leaves ${verb} to Next`);
  return handler;
}
