import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../sandbox.ts";
import { type ApiRequest, call, rowsOf, type Session, signIn } from "../testing.ts";

let sandbox: Sandbox;
let seller: Session;
let creator: Session;
beforeAll(async () => {
  sandbox = await startSandbox();
  seller = await signIn(sandbox, "steady-seller");
  creator = await signIn(sandbox, "us-creator");
});
beforeEach(() => sandbox.control.setRateLimit({ requestsPerSecond: 50, hourlyQuota: null, retryAfterSeconds: null }));
afterAll(() => sandbox.close());

const search = { path: "/order/202309/orders/search", method: "POST", query: { page_size: "1" } } as const;

interface Wrong {
  readonly what: string;
  readonly code: number;
  readonly status: number;
  readonly message: RegExp;
  readonly change: (request: ApiRequest) => ApiRequest;
}

/** Each fault of a request, in the order in which the gateway looks for it. */
const wrongs: readonly Wrong[] = [
  {
    what: "an unknown path",
    code: 36009009,
    status: 404,
    message: /^Invalid path/,
    change: (request) => ({ ...request, path: "/order/202309/nothing" }),
  },
  {
    what: "an unknown app key",
    code: 36009004,
    status: 400,
    message: /^Invalid credentials. Invalid 'app_key'/,
    change: (request) => tampered(request, { app_key: "fake" }),
  },
  {
    what: "an old timestamp",
    code: 36009004,
    status: 400,
    message: /^Invalid timestamp.*earlier/,
    change: (request) => ({ ...request, timestamp: sandbox.control.now() - 301 }),
  },
  {
    what: "no signature",
    code: 36009004,
    status: 400,
    message: /^Missing credentials/,
    change: (request) => tampered(request, { sign: null }),
  },
  {
    what: "a wrong signature",
    code: 106001,
    status: 401,
    message: /^Invalid credentials. The 'sign'/,
    change: (request) => tampered(request, { sign: "0".repeat(64) }),
  },
  {
    what: "an unknown token",
    code: 36009004,
    status: 401,
    message: /x-tts-access-token' header is invalid/,
    change: (request) => ({ ...request, token: "TTP_nobody" }),
  },
  {
    what: "a token of the wrong user type",
    code: 105001,
    status: 401,
    message: /user type/,
    change: (request) => ({ ...request, token: creator.token }),
  },
  {
    what: "a missing cipher",
    code: 106013,
    status: 400,
    message: /^Missing identifier/,
    change: ({ cipher: _cipher, ...request }) => request,
  },
  {
    what: "a bad parameter",
    code: 36009004,
    status: 400,
    message: /page_size/,
    change: (request) => ({ ...request, query: { page_size: "101" } }),
  },
];

describe("checks", () => {
  it("a correct request passes", async () => {
    const reply = await call(sandbox, good());

    expect([reply.status, reply.code, reply.message]).toEqual([200, 0, "Success"]);
    expect(rowsOf(reply.data, "orders")).toHaveLength(1);
  });

  it.each(wrongs)(
    "$what is refused with its code, status and words, and null data",
    async ({ change, code, status, message }) => {
      const reply = await call(sandbox, change(good()));

      expect([reply.status, reply.code]).toEqual([status, code]);
      expect(reply.message).toMatch(message);
      expect(reply.text).toContain('"data":null');
      expect(reply.requestId).toMatch(/^\d{14}[0-9A-F]{20}$/);
    },
  );

  it("of several faults the gateway reports the earliest check", async () => {
    for (let at = 1; at < wrongs.length; at += 1) {
      const [request, first] = [
        wrongs.slice(at - 1).reduceRight((current, { change }) => change(current), good()),
        wrongs[at - 1],
      ];

      const reply = await call(sandbox, request);

      expect([first?.what, reply.code]).toEqual([first?.what, first?.code]);
      expect(reply.message).toMatch(first?.message ?? /never/);
    }
  });

  it("a wrong method is refused before the app key is looked at", async () => {
    const reply = await call(sandbox, tampered({ ...good(), method: "DELETE" }, { app_key: "fake" }));

    expect([reply.status, reply.code]).toEqual([405, 36009010]);
  });

  it("another version of a known path is an invalid version", async () => {
    const reply = await call(sandbox, { ...good(), path: "/order/202201/orders/search" });

    expect([reply.status, reply.code]).toEqual([400, 36009014]);
  });

  it("a timestamp 29 seconds ahead passes and one 31 seconds ahead does not", async () => {
    const now = sandbox.control.now();

    expect((await call(sandbox, { ...good(), timestamp: now + 29 })).code).toBe(0);
    expect((await call(sandbox, { ...good(), timestamp: now + 32 })).message).toMatch(/more than 30 seconds/);
  });

  it("a cipher of another seller's shop is invalid", async () => {
    const stranger = await signIn(sandbox, "new-shop");

    expect((await call(sandbox, { ...good(), cipher: stranger.ciphers[0] ?? "" })).code).toBe(106011);
  });

  it.each([
    "/authorization/202309/shops",
    "/seller/202309/shops",
    "/seller/202309/permissions",
    "/seller/202508/status",
  ])("%s refuses a cipher that it does not need", async (path) => {
    const reply = await call(sandbox, { path, token: seller.token, cipher: seller.ciphers[0] ?? "" });

    expect([reply.code, reply.status]).toEqual([36009004, 400]);
    expect(reply.message).toMatch(/^Unexpected identifier/);
  });

  it("a creator endpoint refuses a cipher", async () => {
    const reply = await call(sandbox, {
      path: "/affiliate_creator/202508/profiles",
      token: creator.token,
      cipher: "TTP_x",
    });

    expect(reply.message).toMatch(/^Unexpected identifier/);
  });

  it.each([
    ["no-finance-scope", { path: "/finance/202309/statements", query: { sort_field: "statement_time" } }],
    ["no-order-scope", search],
    [
      "partial-creator",
      { path: "/affiliate_creator/202410/orders/search", method: "POST", query: { page_size: "10" } },
    ],
  ] as const)("%s lacks a scope and is told so", async (persona, request) => {
    const session = await signIn(sandbox, persona);
    const [cipher] = session.ciphers;

    const reply = await call(sandbox, {
      ...request,
      token: session.token,
      ...(cipher === undefined ? {} : { cipher }),
    });

    expect([reply.code, reply.status]).toEqual([105005, 401]);
  });

  it("an expired token answers 105002 and a revoked one 105001", async () => {
    const session = await signIn(sandbox, "growing-seller");
    sandbox.control.expireAccessTokens("growing-seller");
    const expired = await call(sandbox, { path: "/seller/202309/shops", token: session.token });
    await sandbox.control.revoke("growing-seller", { silent: true });
    const revoked = await call(sandbox, { path: "/seller/202309/shops", token: session.token });

    expect([expired.status, expired.code]).toEqual([401, 105002]);
    expect([revoked.status, revoked.code]).toEqual([401, 105001]);
  });

  it("a body that is not JSON is an invalid format", async () => {
    const text = await call(sandbox, { ...good(), body: "page=1", contentType: "text/plain" });
    const cut = await call(sandbox, { ...good(), body: '{"order_status":' });

    expect([text.code, cut.code]).toEqual([36009022, 36009022]);
  });

  it("the exact bytes of the body are signed", async () => {
    const signed = await call(sandbox, { ...good(), body: '{\n  "order_status": "COMPLETED"\n}' });

    expect(signed.code).toBe(0);
  });
});

describe("rate limit", () => {
  it("requests beyond the rate of one shop and API get 429, others do not", async () => {
    sandbox.control.setRateLimit({ requestsPerSecond: 2, retryAfterSeconds: 3 });
    const stranger = await signIn(sandbox, "new-shop");

    const replies = await Promise.all(Array.from({ length: 6 }, () => call(sandbox, good())));
    const other = await call(sandbox, { ...good(), token: stranger.token, cipher: stranger.ciphers[0] ?? "" });

    const refused = replies.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(3);
    expect(refused[0]?.code).toBe(36009002);
    expect(refused[0]?.headers.get("retry-after")).toBe("3");
    expect(other.code).toBe(0);
  });

  it("the hourly quota of a test shop answers 36009037", async () => {
    sandbox.control.setRateLimit({ hourlyQuota: 2 });

    const codes = [await call(sandbox, good()), await call(sandbox, good()), await call(sandbox, good())].map(
      ({ code }) => code,
    );

    expect(codes).toEqual([0, 0, 36009037]);
  });
});

function good(): ApiRequest {
  return { ...search, token: seller.token, cipher: seller.ciphers[0] ?? "" };
}

function tampered(request: ApiRequest, tamper: Readonly<Record<string, string | null>>): ApiRequest {
  return { ...request, tamper: { ...request.tamper, ...tamper } };
}
