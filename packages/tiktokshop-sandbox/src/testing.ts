import { requestSignature } from "./gateway/signature.ts";
import { isRecord, parseJson } from "./json.ts";
import type { Sandbox } from "./sandbox.ts";

/** An answer as a test looks at it. */
export interface Reply {
  readonly status: number;
  readonly code: unknown;
  readonly message: unknown;
  readonly requestId: unknown;
  /** `{}` when the envelope has none. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly headers: Headers;
}

export interface ApiRequest {
  readonly method?: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly token?: string;
  readonly cipher?: string;
  /** Replaces parts of the signed query after signing. */
  readonly tamper?: Readonly<Record<string, string | null>>;
  readonly timestamp?: number;
  readonly contentType?: string;
}

/** Sends a signed request, as a correct client would. */
export async function call(sandbox: Sandbox, request: ApiRequest): Promise<Reply> {
  const { appKey, appSecret } = sandbox.app;
  const body =
    request.body === undefined ? "" : typeof request.body === "string" ? request.body : JSON.stringify(request.body);
  const query = new Map(
    Object.entries({
      app_key: appKey,
      timestamp: String(request.timestamp ?? sandbox.control.now()),
      ...request.query,
    }),
  );
  if (request.cipher !== undefined) query.set("shop_cipher", request.cipher);
  const contentType = request.contentType ?? "application/json";
  query.set("sign", requestSignature({ path: request.path, query, contentType, body: Buffer.from(body) }, appSecret));
  for (const [key, value] of Object.entries(request.tamper ?? {})) {
    if (value === null) query.delete(key);
    else query.set(key, value);
  }
  const headers: Record<string, string> = { "content-type": contentType };
  if (request.token !== undefined) headers["x-tts-access-token"] = request.token;
  const method = request.method ?? (body === "" ? "GET" : "POST");
  const response = await fetch(`${sandbox.url}${request.path}?${new URLSearchParams([...query])}`, {
    method,
    headers,
    ...(body === "" ? {} : { body }),
  });
  return replyOf(response);
}

async function replyOf(response: Response): Promise<Reply> {
  const text = await response.text();
  const parsed = parseJson(text);
  const envelope = isRecord(parsed) ? parsed : {};
  const data = isRecord(envelope.data) ? envelope.data : {};
  return {
    status: response.status,
    code: envelope.code,
    message: envelope.message,
    requestId: envelope.request_id,
    data,
    text,
    headers: response.headers,
  };
}

/** Asks a token endpoint. */
export async function tokenCall(
  sandbox: Sandbox,
  kind: "get" | "refresh",
  query: Readonly<Record<string, string>>,
): Promise<Reply> {
  const grant = kind === "get" ? "authorized_code" : "refresh_token";
  const all = new URLSearchParams({
    app_key: sandbox.app.appKey,
    app_secret: sandbox.app.appSecret,
    grant_type: grant,
    ...query,
  });
  return replyOf(await fetch(`${sandbox.url}/api/v2/token/${kind}?${all}`));
}

export interface Session {
  readonly token: string;
  readonly refreshToken: string;
  readonly ciphers: readonly string[];
}

/** Consents as a persona, exchanges the code and reads the ciphers of its shops. */
export async function signIn(sandbox: Sandbox, persona: string): Promise<Session> {
  const reply = await tokenCall(sandbox, "get", { auth_code: sandbox.control.authorize(persona) });
  const token = String(reply.data.access_token);
  const shops =
    reply.data.user_type === 1
      ? []
      : rowsOf((await call(sandbox, { path: "/authorization/202309/shops", token })).data, "shops");
  return { token, refreshToken: String(reply.data.refresh_token), ciphers: shops.map((shop) => String(shop.cipher)) };
}

/** The list under a key; rows that are no objects are left out. */
export function rowsOf(
  data: Readonly<Record<string, unknown>>,
  key: string,
): readonly Readonly<Record<string, unknown>>[] {
  const rows = data[key];
  return Array.isArray(rows) ? rows.filter(isRecord) : [];
}

/** Reads every page of a list; stops with an error past `mostPages`. */
export async function everyRow(
  sandbox: Sandbox,
  request: ApiRequest,
  key: string,
  mostPages = 400,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const rows: Readonly<Record<string, unknown>>[] = [];
  let pageToken = "";
  for (let page = 0; page < mostPages; page += 1) {
    const reply = await call(sandbox, {
      ...request,
      query: { ...request.query, ...(pageToken === "" ? {} : { page_token: pageToken }) },
    });
    if (reply.code !== 0) throw new Error(`${request.path} answered ${reply.status} ${reply.text.slice(0, 300)}`);
    rows.push(...rowsOf(reply.data, key));
    pageToken = String(reply.data.next_page_token ?? "");
    if (pageToken === "") return rows;
  }
  throw new Error(`${request.path} did not end after ${mostPages} pages`);
}
