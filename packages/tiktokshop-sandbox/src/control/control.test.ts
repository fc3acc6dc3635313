import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { isRecord, parseJson } from "../json.ts";
import { type Sandbox, startSandbox } from "../sandbox.ts";
import { call, rowsOf, signIn, tokenCall } from "../testing.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ fetch: async () => new Response(null, { status: 200 }) });
});
afterEach(() => sandbox.control.reset());
afterAll(() => sandbox.close());

async function ctl(path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) {
  const init =
    body === undefined
      ? { headers }
      : { method: "POST", headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) };
  const response = await fetch(`${sandbox.controlUrl}${path}`, init);
  const parsed = parseJson(await response.text());
  return { status: response.status, body: isRecord(parsed) ? parsed : {} };
}

describe("JSON verbs", () => {
  it("the clock is set and moved, and the whole platform follows", async () => {
    await ctl("/ctl/clock", { to: "2027-03-01T00:00:00Z" });
    const moved = await ctl("/ctl/clock", { advanceSeconds: 60 });

    expect(Math.abs(Number(moved.body.now) - Date.parse("2027-03-01T00:01:00Z") / 1000)).toBeLessThanOrEqual(2);
    expect(
      (await call(sandbox, { path: "/seller/202309/shops", token: "x", timestamp: Math.floor(Date.now() / 1000) }))
        .message,
    ).toMatch(/earlier than 5 minutes/);
  });

  it("POST /ctl takes the action in its body", async () => {
    const added = await ctl("/ctl", { action: "fault", kind: "html_502", path: "/order/" });

    expect(added.body.id).toBeTypeOf("number");
    expect(rowsOf((await ctl("/ctl/faults")).body, "faults")).toHaveLength(1);
    await ctl("/ctl/clear-faults", {});
    expect(rowsOf((await ctl("/ctl/faults")).body, "faults")).toHaveLength(0);
  });

  it("a body that curl calls a form is read as JSON", async () => {
    const response = await fetch(`${sandbox.controlUrl}/ctl/authorize`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: '{"persona":"new-shop"}',
    });

    expect(await response.json()).toEqual({ code: expect.stringMatching(/^TTP_/) });
  });

  it.each([
    ["/ctl/nothing", {}],
    ["/ctl/fault", { kind: "gremlin", path: "" }],
    ["/ctl/order", { persona: "nobody" }],
    ["/ctl/order", { persona: "us-creator" }],
    ["/ctl/order", { persona: "bulk:10" }],
    ["/ctl/refund", { persona: "steady-seller", orderId: "1" }],
    ["/ctl/patch-order", { persona: "steady-seller", orderId: "1", patch: "{" }],
  ])("%s with %j is refused with a reason", async (path, body) => {
    const { status, body: answer } = await ctl(path, body);

    expect([status, typeof answer.error]).toEqual([400, "string"]);
  });

  it("a request of another web page is refused", async () => {
    expect((await ctl("/ctl/reset", {}, { origin: "https://evil.example" })).status).toBe(403);
    expect((await ctl("/ctl/reset", {}, { origin: sandbox.controlUrl })).status).toBe(200);
  });

  it("rotation accepts static as another word for keep", async () => {
    await ctl("/ctl/rotation", { mode: "static" });
    const session = await signIn(sandbox, "new-shop");

    expect((await tokenCall(sandbox, "refresh", { refresh_token: session.refreshToken })).data.refresh_token).toBe(
      session.refreshToken,
    );
  });

  it("a patch lies over an order's answer", async () => {
    const session = await signIn(sandbox, "new-shop");
    const { body } = await ctl("/ctl/order", { persona: "new-shop" });
    await ctl("/ctl/patch-order", {
      persona: "new-shop",
      orderId: body.orderId,
      patch: { status: "NEW_STATUS", payment: { sub_total: "N/A" }, user_id: null },
    });

    const detail = await call(sandbox, {
      path: "/order/202309/orders",
      query: { ids: String(body.orderId) },
      token: session.token,
      cipher: session.ciphers[0] ?? "",
    });

    expect(rowsOf(detail.data, "orders")[0]).toMatchObject({
      status: "NEW_STATUS",
      payment: { sub_total: "N/A", currency: "USD" },
    });
    expect(rowsOf(detail.data, "orders")[0]?.user_id).toBeUndefined();
  });

  it("reset forgets tokens, edits, faults and settings", async () => {
    const session = await signIn(sandbox, "new-shop");
    await ctl("/ctl/rate-limit", { requestsPerSecond: 1 });
    await ctl("/ctl/reset", {});

    const state = await ctl("/ctl/state");

    expect((await call(sandbox, { path: "/seller/202309/shops", token: session.token })).code).toBe(36009004);
    expect(state.body).toMatchObject({
      offsetSeconds: 0,
      authorizations: [],
      faults: 0,
      settings: { rateLimit: { requestsPerSecond: 50 } },
    });
  });
});

describe("request log", () => {
  it("holds every request with its status and code, and no secret", async () => {
    const session = await signIn(sandbox, "new-shop");
    await call(sandbox, {
      path: "/order/202309/orders/search",
      method: "POST",
      token: session.token,
      cipher: session.ciphers[0] ?? "",
    });

    const { body } = await ctl("/ctl/log");
    const text = JSON.stringify([body, (await ctl("/ctl/state")).body]);

    expect(rowsOf(body, "requests").map((entry) => [entry.path, entry.code])).toEqual([
      ["/api/v2/token/get", 0],
      ["/authorization/202309/shops", 0],
      ["/order/202309/orders/search", 36009004],
    ]);
    expect(body.counts).toMatchObject({ "GET /api/v2/token/get": 1 });
    for (const secret of [sandbox.app.appSecret, session.token, session.refreshToken])
      expect(text).not.toContain(secret);
  });

  it("can be asked by path", async () => {
    await signIn(sandbox, "new-shop");

    expect((await ctl("/ctl/log?path=/token/")).body.total).toBe(1);
    expect((await ctl("/ctl/log?path=/refresh")).body.total).toBe(0);
  });
});

describe("the page for a person", () => {
  it("shows accounts, clock, faults and requests, and its forms work without scripts", async () => {
    await signIn(sandbox, "steady-seller");
    const page = await (await fetch(sandbox.controlUrl)).text();
    const response = await fetch(`${sandbox.controlUrl}/ctl/order`, {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams({ persona: "steady-seller", quantity: "2", unitPrice: "" }),
    });

    for (const text of [
      "Place order",
      "Refund order",
      "Expire access tokens",
      "Revoke, and tell the app",
      "Send webhook",
      "worked-seller",
      "/api/v2/token/get",
    ])
      expect(page).toContain(text);
    expect(page).not.toContain("<script");
    expect([response.status, response.headers.get("location")]).toEqual([303, "/?done=order"]);
  });
});

it("a taken port is one sentence", async () => {
  const port = Number(new URL(sandbox.url).port);

  await expect(startSandbox({ port })).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is taken: stop what uses it, or choose another.`,
  );
});
