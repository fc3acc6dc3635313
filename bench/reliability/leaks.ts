import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Caller, post, signIn } from "../../apps/web-cdp/e2e/api.ts";
import { demoGroups } from "../../apps/web-cdp/src/components/demo/personas.ts";
import { buyerMarker } from "../../packages/tiktokshop-sandbox/src/index.ts";
import { repositoryRoot } from "../../scripts/stack/repository-root.ts";
import { localSecrets } from "../../scripts/stack/secrets.ts";
import { openProduct, type RunningProduct } from "../running-product.ts";
import { benchApp } from "../sandbox-process.ts";
import { atLeast, exactly, type Goal } from "./goal.ts";
import { fromAddress } from "./people.ts";

/** Something that has to stay where it is, and how it is recognised elsewhere. */
interface Canary {
  readonly name: string;
  readonly isIn: (text: string) => boolean;
}

/** One text that somebody else may read. */
interface Place {
  readonly name: string;
  readonly text: string;
}

export const leaks: Goal = {
  id: "R11",
  promise: "No secret and no buyer's datum in any log, table, asset, page or answer",
  how: "The product as `pnpm demo` starts it, with the sandbox's accounts connected one after the other; then every answer and page as borrower and as lender, every log but the platform's own, every row of every table and every file that browsers get is searched for each secret of the installation, for platform tokens and for the mark that the sandbox puts on each field of a buyer. `e2e/secrets.spec.ts` is its short form in the gate.",
  async measure(isFull) {
    const product = await openProduct();
    try {
      const personas = demoGroups.flatMap((group) => group.personas).slice(0, isFull ? undefined : 6);
      const canaries = canariesOf(product);
      const lender = await signIn(product.url, fromAddress(2));
      const places: Place[] = [];
      for (const [serial, { id, account }] of personas.entries()) {
        const borrower = await signIn(product.url, fromAddress(100 + serial));
        await borrower.connect(id, account);
        await borrower.settled();
        await shareAll(borrower, lender);
        places.push(...(await answersOf(borrower, borrowerPaths)), ...(await answersOf(lender, lenderPaths(borrower))));
      }
      places.push(...logsOf(product), ...(await rowsOf(product)), ...assets());
      const found = places.flatMap((place) =>
        canaries.filter(({ isIn }) => isIn(place.text)).map(({ name }) => `${name} in ${place.name}`),
      );
      const control = `${JSON.stringify(localSecrets(product.dataDir))} ${benchApp.appSecret} ${buyerMarker}1 TTP_control00`;
      return {
        scale: `${personas.length} accounts, ${places.length.toLocaleString("en")} texts, ${canaries.length} canaries`,
        isFullSize: isFull,
        checks: [
          exactly("leaks", found.length, 0),
          exactly("canaries that are not seen where they do stand", unseen(canaries, control), 0),
          atLeast("tables with rows", places.filter(({ name }) => name.startsWith("table ")).length, 20),
          atLeast("logs", places.filter(({ name }) => name.startsWith("log ")).length, 2),
        ],
        notes: [...new Set(found)],
      };
    } finally {
      await product.stop();
    }
  },
};

function unseen(canaries: readonly Canary[], control: string): number {
  return canaries.filter(({ isIn }) => !isIn(control)).length;
}

/** The publishable key may be read by anybody, and is none. */
function canariesOf({ dataDir }: RunningProduct): readonly Canary[] {
  const { publishableKey: _, tokenEncryptionKeys, ...secrets } = localSecrets(dataDir);
  const words = {
    ...secrets,
    tokenEncryptionKey: tokenEncryptionKeys.split(":")[1] ?? "",
    appSecret: benchApp.appSecret,
    buyer: buyerMarker,
  };
  return [
    ...Object.entries(words).map(([name, word]) => ({ name, isIn: (text: string) => text.includes(word) })),
    { name: "platform token", isIn: (text) => /\b(?:TTP|GCP|ROW)_\w{8,}/.test(text) },
  ];
}

const borrowerPaths = [
  ...["/api/connections", "/api/shares", "/api/access-log", "/api/decisions", "/api/auth/sessions", "/api/health"],
  ...["", "/live", "/history", "/next-tier", "/changes", "/insights", "/tie-out"].map((path) => `/api/score${path}`),
  ...["/api/score/rows?figure=net", "/api/account/export", "/api/openapi.json", "/api/signed-scores"],
  ...["", "/insights", "/money-trail", "/rows?figure=net", "/decisions"].map((path) => `/dashboard${path}`),
  ...["/dashboard/rows/export.csv?figure=net", "/dashboard/money-trail/export.csv"],
  ...["/dashboard?tiktokshop_error=unexpected", "/demo", "/model", "/verify"],
] as const;

function lenderPaths({ wallet }: Caller): readonly string[] {
  return [
    ...["/api/borrowers", `/api/borrowers/${wallet}/score`, `/api/borrowers/${wallet}/tie-out`],
    ...["", "/money-trail", "/rows?figure=net", "/adverse-action", "/export.csv"].map((at) => `/lender/${wallet}${at}`),
    ...["/lender", `/lender/compare?a=${wallet}&b=${wallet}`],
  ];
}

async function shareAll(borrower: Caller, lender: Caller): Promise<void> {
  const expiresAt = new Date(Date.now() + 7 * 86_400_000).toISOString();
  const share = { lender: lender.wallet, scope: "metrics", purpose: "A loan", expiresAt };
  await borrower.request("/api/shares", post(share));
}

async function answersOf(caller: Caller, paths: readonly string[]): Promise<readonly Place[]> {
  const places: Place[] = [];
  for (const path of paths) {
    // The live stream stays open: what it says first is what it says.
    const response = await caller.request(path, path.endsWith("/live") ? { signal: AbortSignal.timeout(2_000) } : {});
    const headers = JSON.stringify([...response.headers]);
    places.push({ name: `answer ${path}`, text: headers + (await textOf(response)) });
  }
  return places;
}

async function textOf(response: Response): Promise<string> {
  const parts: string[] = [];
  const decoder = new TextDecoder();
  try {
    for await (const part of response.body ?? []) parts.push(decoder.decode(part, { stream: true }));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
  return parts.join("");
}

/** The sandbox plays the platform, whose log may name what is its own. */
function logsOf({ dataDir }: RunningProduct): readonly Place[] {
  const folder = join(dataDir, "run");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".log") && !name.startsWith("sandbox"))
    .map((name) => ({ name: `log ${name}`, text: readFileSync(join(folder, name), "utf8") }));
}

/** TikTok's second id of a shop, which begins as its tokens do, opens nothing, and is a column that no wallet may read. */
const shopCipher = "cipher";

async function rowsOf({ pool }: RunningProduct): Promise<readonly Place[]> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const places: Place[] = [];
  for (const { name } of tables) {
    const { rows } = await pool.query<{ text: string }>(
      `select (to_jsonb(row) - $1::text)::text as text from ${name} as row`,
      [name === "public.shops" ? shopCipher : ""],
    );
    if (rows.length > 0) places.push({ name: `table ${name}`, text: rows.map(({ text }) => text).join("\n") });
  }
  return places;
}

function assets(): readonly Place[] {
  const folder = join(repositoryRoot, "apps", "web-cdp", ".next", "static");
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => ({
      name: `asset ${entry.name}`,
      text: readFileSync(join(entry.parentPath, entry.name), "latin1"),
    }));
}
