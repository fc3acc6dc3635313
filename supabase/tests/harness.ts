import { randomBytes, randomInt, randomUUID } from "node:crypto";
import pg from "pg";
import { signUserToken } from "../../scripts/stack/secrets.ts";

/** Where the integration stack runs; set by global-setup.ts. Throws when the project runs without it. */
export function intEnv(name: string): string {
  const value = process.env[`INT_${name}`];
  if (value) return value;
  throw new Error(`INT_${name} is not set: run these tests with "vitest run --project int".`);
}

export function openPool(max = 60): pg.Pool {
  return new pg.Pool({ connectionString: intEnv("DATABASE_URL"), max });
}

/** A wallet that no other test has: 40 lower-case hex digits, as real ones are. */
export function newWallet(): string {
  return `0x${randomBytes(20).toString("hex")}`;
}

/** 19 digits starting with 7: longer than a JavaScript number can hold, as the platform's ids are. */
export function newPlatformId(): string {
  return `7${Array.from({ length: 18 }, () => randomInt(10)).join("")}`;
}

export type Row = Record<string, unknown>;

/** Calls a function of the schema public as the database's owner, arguments by name. */
export async function call(pool: pg.Pool | pg.PoolClient, name: string, args: Row): Promise<unknown> {
  const names = Object.keys(args);
  const list = names.map((arg, index) => `${arg} => $${index + 1}`).join(", ");
  const values = names.map((arg) => {
    const value = args[arg];
    return typeof value === "object" && value !== null ? JSON.stringify(value) : value;
  });
  const { rows } = await pool.query<{ answer: unknown }>(`select public.${name}(${list}) as answer`, values);
  return rows[0]?.answer ?? null;
}

/** The same, for answers that are JSON objects. */
export async function callForObject(pool: pg.Pool | pg.PoolClient, name: string, args: Row): Promise<Row> {
  const answer = await call(pool, name, args);
  if (typeof answer !== "object" || answer === null) throw new Error(`${name} answered ${JSON.stringify(answer)}`);
  return { ...answer };
}

export interface Identity {
  readonly role: "anon" | "authenticated" | "service_role";
  readonly claims: Row | null;
}

export const anon: Identity = { role: "anon", claims: { role: "anon" } };
export const serviceRole: Identity = { role: "service_role", claims: { role: "service_role" } };

const sessions = new Map<string, string>();

/** Signs a wallet in, as the web app does; `signedIn` then speaks for this session. Returns its id. */
export async function openSession(pool: pg.Pool, wallet: string): Promise<string> {
  const { sessionId } = await callForObject(pool, "open_session", { p_session_hash: randomUUID(), p_wallet: wallet });
  sessions.set(wallet, String(sessionId));
  return String(sessionId);
}

/** The id of the session that `connect` or `openSession` opened last for a wallet; a fresh one when there is none. */
export function sessionIdOf(wallet: string): string {
  return sessions.get(wallet) ?? randomUUID();
}

/** The claims of a token for this wallet and session; by default the one that `connect` or `openSession` opened last. */
export function signedIn(wallet: unknown, sid: unknown = sessionIdOf(String(wallet))): Identity {
  const claims = { role: "authenticated", sub: randomUUID(), wallet_address: wallet, sid };
  return { role: "authenticated", claims };
}

/** Runs statements as the Data API would: the role and the claims hold for one transaction, which is rolled back. */
export async function as<T>(pool: pg.Pool, who: Identity, act: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('request.jwt.claims', $1, true)", [JSON.stringify(who.claims)]);
    await client.query(`set local role ${who.role}`);
    return await act(client);
  } finally {
    await client.query("rollback");
    client.release();
  }
}

/**
 * Runs two acts so that they surely overlap: the second one starts while the first one's transaction is open, and the
 * first commits once the second waits for it or is done. Returns both answers.
 */
export async function overlap<T>(pool: pg.Pool, first: Act<T>, second: Act<T>): Promise<[T, T]> {
  const [one, two] = [await pool.connect(), await pool.connect()];
  try {
    const { rows } = await two.query<{ pid: number }>("select pg_backend_pid() as pid");
    await one.query("begin");
    const earlier = await first(one);
    let isDone = false;
    const later = second(two).finally(() => {
      isDone = true;
    });
    later.catch(() => undefined);
    for (let look = 0; look < 2_000 && !isDone && !(await isWaiting(pool, rows[0]?.pid)); look += 1);
    await one.query("commit");
    return [earlier, await later];
  } finally {
    one.release();
    two.release();
  }
}

type Act<T> = (client: pg.PoolClient) => Promise<T>;

async function isWaiting(pool: pg.Pool, pid: number | undefined): Promise<boolean> {
  const { rowCount } = await pool.query("select from pg_stat_activity where pid = $1 and wait_event_type = 'Lock'", [
    pid,
  ]);
  return rowCount === 1;
}

/** Resolves when a connection whose statement holds this text waits for a lock. Throws when none does within 2,000 looks. */
export async function waitsForLock(pool: pg.Pool, text: string): Promise<void> {
  for (let look = 0; look < 2_000; look += 1) {
    const { rowCount } = await pool.query(
      "select from pg_stat_activity where wait_event_type = 'Lock' and query like '%' || $1 || '%' and pid <> pg_backend_pid()",
      [text],
    );
    if (rowCount !== 0) return;
  }
  throw new Error(`no statement with ${text} waits for a lock`);
}

/** The SQLSTATE that a promise was rejected with, or null when it was fulfilled. */
export async function sqlStateOf(promise: Promise<unknown>): Promise<string | null> {
  try {
    await promise;
    return null;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code) return error.code;
    throw error;
  }
}

export interface ShopInput {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly sellerType: string;
  readonly cipher: string;
  readonly isActive: boolean | null;
}

export function shopInput(id = newPlatformId()): ShopInput {
  return { id, name: "Corner Shop", region: "US", sellerType: "LOCAL", cipher: `cipher-${id}`, isActive: true };
}

export function connectionInput(wallet: string, given: Row = {}): Row {
  return {
    connectionId: randomUUID(),
    epoch: 1,
    wallet,
    platform: "tiktokshop",
    account: "seller",
    market: "US",
    platformUserId: newPlatformId(),
    displayName: "Corner Shop",
    region: "US",
    accessToken: `sealed-access-${randomUUID()}`,
    accessTokenExpiresAt: Math.floor(Date.now() / 1_000) + 86_400,
    refreshToken: `sealed-refresh-${randomUUID()}`,
    refreshTokenExpiresAt: null,
    grantedScopes: ["seller.order.info"],
    missingScopes: [],
    consentText: { version: "2026-11", language: "de", hash: "ab".repeat(32) },
    shops: [shopInput()],
    ...given,
  };
}

export interface Connected {
  readonly wallet: string;
  readonly connectionId: string;
  readonly runId: string;
  readonly input: Row;
}

/** Connects a fresh wallet, or the given one, signed in, and returns what the database answered. */
export async function connect(pool: pg.Pool, given: Row = {}, wallet = newWallet()): Promise<Connected> {
  const input = connectionInput(wallet, given);
  const answer = await callForObject(pool, "complete_connection", { p_connection: input });
  if (typeof answer.runId !== "string") throw new Error(`not connected: ${JSON.stringify(answer)}`);
  await openSession(pool, wallet);
  return { wallet, connectionId: String(answer.connectionId), runId: answer.runId, input };
}

export interface HttpAnswer {
  readonly status: number;
  /** Which rows of how many, when the request asked for it. */
  readonly contentRange: string | null;
  readonly body: unknown;
}

/** Asks the Data API over HTTP as one identity, with the keys and token that the app would send. */
export async function askDataApi(
  who: Identity,
  path: string,
  request: {
    readonly method?: string;
    readonly body?: unknown;
    readonly schema?: string;
    readonly headers?: Readonly<Record<string, string>>;
  } = {},
): Promise<HttpAnswer> {
  const headers: Record<string, string> = {
    "content-type": "application/json",
    ...request.headers,
    ...keyHeaders(who),
  };
  if (request.schema) headers["accept-profile"] = request.schema;
  const answer = await fetch(`${intEnv("SUPABASE_URL")}/rest/v1/${path}`, {
    method: request.method ?? "GET",
    headers,
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
  });
  const text = await answer.text();
  const contentRange = answer.headers.get("content-range");
  return { status: answer.status, contentRange, body: text === "" ? null : JSON.parse(text) };
}

function keyHeaders(who: Identity): Record<string, string> {
  if (who.role === "service_role") return { apikey: intEnv("SUPABASE_SECRET_KEY") };
  const apikey = intEnv("SUPABASE_PUBLISHABLE_KEY");
  if (who.role === "anon") return { apikey };
  const now = Math.floor(Date.now() / 1_000);
  const token = signUserToken(intEnv("SUPABASE_JWT_SECRET"), {
    ...who.claims,
    aud: "authenticated",
    iat: now,
    exp: now + 300,
  });
  return { apikey, authorization: `Bearer ${token}` };
}
