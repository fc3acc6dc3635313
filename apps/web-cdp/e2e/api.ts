import { setTimeout as sleep } from "node:timers/promises";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";

/** One person with a wallet and a cookie jar, speaking to the HTTP surface as any client would. */
export interface Caller {
  readonly wallet: string;
  sign(message: string): Promise<string>;
  request(path: string, init?: RequestInit): Promise<Response>;
  /** What the browser would send as its cookies. */
  cookie(): string;
  json<T>(path: string, init?: RequestInit): Promise<T>;
  /** Opens the consent page of the platform, allows (or denies) as `persona`, and follows the callback. */
  connect(persona: string, account?: "seller" | "creator", answer?: "allow" | "deny"): Promise<string>;
  /** Waits until no connection is importing, and returns them. */
  settled(): Promise<readonly ApiConnection[]>;
  /** Waits until the rows of one of the score's figures are gathered. Throws when they are not within half a minute. */
  gathered(figure: string): Promise<void>;
  /** Lets a lender see all of the score, or what another scope covers, for so many days. Throws when that is refused. */
  share(
    lender: string,
    terms: { readonly purpose: string; readonly days: number; readonly scope?: string },
  ): Promise<void>;
  /** Disconnects everything and deletes what was imported, so that the accounts are free for another wallet. */
  disconnectAll(): Promise<void>;
}

export interface ApiConnection {
  readonly id: string;
  readonly status: string;
  readonly account: string;
  readonly shops: readonly { readonly id: string }[];
  readonly missingScopes: readonly string[];
  readonly error: { readonly code: string } | null;
  readonly revenueData: { readonly totalRevenue: string; readonly orderCount: number } | null;
}

/** Signs a fresh wallet in over HTTP; every request carries the given headers too. */
export async function signIn(baseUrl: string, common: Readonly<Record<string, string>> = {}): Promise<Caller> {
  const account = privateKeyToAccount(generatePrivateKey());
  const cookies = new Map<string, string>();

  async function request(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers({ ...common, ...Object.fromEntries(new Headers(init.headers)) });
    headers.set("cookie", cookie());
    const response = await fetch(new URL(path, baseUrl), { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) keep(line);
    return response;
  }

  function cookie(): string {
    return [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  function keep(line: string) {
    const [pair = "", ...attributes] = line.split(";");
    const at = pair.indexOf("=");
    const expired = attributes.some((text) => /^\s*max-age=0$/i.test(text));
    if (expired) cookies.delete(pair.slice(0, at));
    else cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }

  async function json<T>(path: string, init?: RequestInit): Promise<T> {
    const response = await request(path, init);
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  }

  const caller: Caller = {
    wallet: account.address.toLowerCase(),
    sign: (message) => account.signMessage({ message }),
    request,
    cookie,
    json,
    async connect(persona, kind = "seller", answer = "allow") {
      const { authUrl } = await json<{ authUrl: string }>(
        `/api/tiktokshop/auth?wallet=${account.address}&account=${kind}`,
      );
      const consent = new URL(authUrl);
      consent.searchParams.set("persona", persona);
      consent.searchParams.set("auto", answer);
      const approved = await fetch(consent, { redirect: "manual" });
      const back = new URL(approved.headers.get("location") ?? "");
      const landed = await request(back.pathname + back.search);
      return landed.headers.get("location") ?? "";
    },
    async settled() {
      for (;;) {
        const { connections } = await json<{ connections: ApiConnection[] }>("/api/connections");
        if (connections.every((connection) => connection.status !== "importing")) return connections;
        await sleep(250);
      }
    },
    async gathered(figure) {
      for (let tries = 0; tries < 120; tries += 1) {
        const { rows } = await json<{ rows: { readonly status: string } }>(`/api/score/rows?figure=${figure}`);
        if (rows.status !== "gathering") return;
        await sleep(250);
      }
      throw new Error(`the rows of ${figure} were not gathered within 30 s`);
    },
    async share(lender, { purpose, days, scope = "metrics" }) {
      const expiresAt = new Date(Date.now() + days * 86_400_000).toISOString();
      await json("/api/shares", post({ lender, scope, purpose, expiresAt }));
    },
    async disconnectAll() {
      const { connections } = await json<{ connections: ApiConnection[] }>("/api/connections");
      for (const { id } of connections) {
        const about = { act: "connection.delete", object: id, chainId: 1 };
        const { message } = await json<{ message: string }>("/api/auth/confirmations", post(about));
        const signed = { message, signature: await caller.sign(message) };
        await request(`/api/connections/${id}?data=delete`, { ...post(signed), method: "DELETE" });
      }
    },
  };

  const { message } = await json<{ message: string }>(
    "/api/auth/challenge",
    post({ address: account.address, chainId: 1 }),
  );
  const signature = await account.signMessage({ message });
  await json("/api/auth/verify", post({ message, signature }));
  return caller;
}

/** A JSON POST. */
export function post(body: unknown): RequestInit {
  return { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}
