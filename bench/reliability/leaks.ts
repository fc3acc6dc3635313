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
  how: "The product as `pnpm demo` starts it, with the sandbox's accounts connected one after the other; then what every documented GET answers and every page, as borrower and as lender, every log but the platform's own, every row of every table and every file that browsers get is searched for each secret of the installation, for platform tokens and for the mark that the sandbox puts on each field of a buyer. In the gate: `e2e/secrets.spec.ts`, with one account.",
  async measure(isFull) {
    const product = await openProduct();
    try {
      const personas = demoGroups.flatMap((group) => group.personas).slice(0, isFull ? undefined : 6);
      const canaries = canariesOf(product);
      const lender = await signIn(product.url, fromAddress(2));
      const answers: Answer[] = [];
      let scores = 0;
      for (const [serial, { id, account }] of personas.entries()) {
        const borrower = await signIn(product.url, fromAddress(100 + serial));
        await borrower.connect(id, account);
        await borrower.settled();
        const isScored = (await borrower.request("/api/score")).status === 200;
        if (!isScored) {
          answers.push(...(await answersOf(borrower, pages)));
          continue;
        }
        scores += 1;
        answers.push(...(await answersAbout(borrower, lender)));
      }
      const places = [...answers, ...logsOf(product), ...(await rowsOf(product)), ...assets()];
      const found = places.flatMap((place) =>
        canaries.filter(({ isIn }) => isIn(place.text)).map(({ name }) => `${name} in ${place.name}`),
      );
      const refused = answers.filter(({ status }) => status !== 200).map(({ name, status }) => `${name}: ${status}`);
      const unasked = await unaskedAddresses(lender, answers);
      const control = `${JSON.stringify(localSecrets(product.dataDir))} ${benchApp.appSecret} ${buyerMarker}1 TTP_control00`;
      return {
        scale: `${personas.length} accounts, ${scores} scores, ${places.length.toLocaleString("en")} texts, ${canaries.length} canaries`,
        isFullSize: isFull,
        checks: [
          exactly("leaks", found.length, 0),
          exactly("canaries that are not seen where they do stand", unseen(canaries, control), 0),
          exactly("answers that were refused", refused.length, 0),
          exactly("documented addresses that were not asked", unasked.length, 0),
          atLeast("tables with rows", places.filter(({ name }) => name.startsWith("table ")).length, 20),
          atLeast("logs", places.filter(({ name }) => name.startsWith("log ")).length, 2),
        ],
        notes: [...new Set([...found, ...refused, ...unasked])],
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

interface Answer extends Place {
  readonly path: string;
  readonly status: number;
}

const pages = [
  ...["/", "/demo", "/model", "/verify", "/lender", "/dashboard", "/dashboard/insights", "/dashboard/money-trail"],
  ...["/dashboard/rows?figure=net", "/dashboard/decisions", "/dashboard?tiktokshop_error=unexpected"],
] as const;

const ownAddresses = [
  ...["", "/live", "/history", "/next-tier", "/changes", "/insights", "/tie-out"].map((path) => `/api/score${path}`),
  ...[
    "/api/connections",
    "/api/shares",
    "/api/access-log",
    "/api/decisions",
    "/api/auth/session",
    "/api/auth/sessions",
  ],
  ...["/api/account/export", "/api/signed-scores", "/api/signed-scores/revoked", "/api/score-signers"],
  ...["/api/health", "/api/openapi.json", "/api/score/rows?figure=net"],
  ...["/dashboard/rows/export.csv?figure=net", "/dashboard/money-trail/export.csv"],
] as const;

/** All that a borrower with a score and a lender who may see it are told, once rows are gathered and a score is signed. */
async function answersAbout(borrower: Caller, lender: Caller): Promise<readonly Answer[]> {
  const { wallet } = borrower;
  await borrower.share(lender.wallet, { purpose: "A loan", days: 7 });
  const { status } = await borrower.request("/api/signed-scores", post({ days: 7 }));
  // A provisional score is not signed.
  if (status !== 201 && status !== 404) throw new Error(`signing a score answered ${status}`);
  await borrower.gathered("net");
  const { connections } = await borrower.json<{ connections: readonly { readonly id: string }[] }>("/api/connections");
  const starts = `/api/tiktokshop/auth?wallet=${wallet}`;
  const own = [...pages, ...ownAddresses, ...connections.map(({ id }) => `/api/connections/${id}`), starts];
  const shared = [
    ...["/score", "/tie-out", "/adverse-action"].map((path) => `/api/borrowers/${wallet}${path}`),
    ...["", "/money-trail", "/rows?figure=net", "/adverse-action", "/export.csv"].map((at) => `/lender/${wallet}${at}`),
    ...["/api/borrowers", "/lender", `/lender/compare?a=${wallet}&b=${wallet}`],
  ];
  return [...(await answersOf(borrower, own)), ...(await answersOf(lender, shared))];
}

async function answersOf(caller: Caller, paths: readonly string[]): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (const path of paths) {
    // The live stream stays open: what it says first is what it says.
    const response = await caller.request(path, path.endsWith("/live") ? { signal: AbortSignal.timeout(2_000) } : {});
    const text = JSON.stringify([...response.headers]) + (await textOf(response));
    answers.push({ name: `answer ${path}`, path, status: response.status, text });
  }
  return answers;
}

/** What the way through the platform and a deletion answer: the first is a redirect, and the second is left to its own tests. */
const leftOut: ReadonlySet<string> = new Set(["/api/tiktokshop/callback", "/api/account/deletions/{id}"]);

/** Addresses of the OpenAPI document that can be read and were not. */
async function unaskedAddresses(caller: Caller, answers: readonly Answer[]): Promise<readonly string[]> {
  const { paths } = await caller.json<{ paths: Readonly<Record<string, object>> }>("/api/openapi.json");
  const asked = answers.map(({ path }) => path.split("?")[0] ?? "");
  return Object.keys(paths).filter((path) => {
    const pattern = new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`);
    return "get" in (paths[path] ?? {}) && !leftOut.has(path) && !asked.some((each) => pattern.test(each));
  });
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
