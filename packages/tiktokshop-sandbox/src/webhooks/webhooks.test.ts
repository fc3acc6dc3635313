import { createServer, type Server } from "node:http";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { webhookSignature } from "../gateway/signature.ts";
import { isRecord, parseJson } from "../json.ts";
import { closeServer, listen } from "../listen.ts";
import { type Sandbox, startSandbox } from "../sandbox.ts";
import { call, rowsOf, signIn } from "../testing.ts";

interface Received {
  readonly path: string;
  readonly authorization: string;
  readonly contentType: string;
  readonly body: string;
}

let sandbox: Sandbox;
let receiver: Server;
let receiverUrl: string;
let received: Received[] = [];
let answer: { status: number; delayMs: number } = { status: 200, delayMs: 0 };
beforeAll(async () => {
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { authorization = "", "content-type": contentType = "" } = request.headers;
      received.push({
        path: request.url ?? "",
        authorization,
        contentType,
        body: Buffer.concat(chunks).toString("utf8"),
      });
      setTimeout(() => response.writeHead(answer.status).end(), answer.delayMs);
    });
  });
  receiverUrl = `http://127.0.0.1:${await listen(receiver, 0, "127.0.0.1")}`;
  sandbox = await startSandbox({ app: { webhookUrl: `${receiverUrl}/default` } });
});
beforeEach(() => {
  received = [];
  answer = { status: 200, delayMs: 0 };
});
afterEach(() => sandbox.control.reset());
afterAll(async () => {
  await sandbox.close();
  await closeServer(receiver);
});

const order = { type: 1, persona: "steady-seller", data: { order_id: "1", order_status: "DELIVERED" } } as const;

describe("delivery", () => {
  it("the raw body is signed as hex over app key and body, with no scheme", async () => {
    await sandbox.control.sendWebhook(order);

    const [first] = received;
    expect(first?.authorization).toBe(webhookSignature(sandbox.app.appKey, sandbox.app.appSecret, first?.body ?? ""));
    expect(first?.authorization).toMatch(/^[0-9a-f]{64}$/);
    expect(first?.contentType).toBe("application/json");
    expect(envelopeOf(first)).toMatchObject({
      type: 1,
      data: order.data,
      timestamp: expect.any(Number),
      shop_id: expect.stringMatching(/^\d{19}$/),
      tts_notification_id: expect.stringMatching(/^\d{19}$/),
    });
  });

  it("a forged one carries another signature", async () => {
    await sandbox.control.sendWebhook({ ...order, isForged: true });

    const [first] = received;
    expect(first?.authorization).toMatch(/^[0-9a-f]{64}$/);
    expect(first?.authorization).not.toBe(
      webhookSignature(sandbox.app.appKey, sandbox.app.appSecret, first?.body ?? ""),
    );
  });

  it("copies are the same bytes, and a chosen id can carry another body", async () => {
    const { id } = await sandbox.control.sendWebhook({ ...order, copies: 3 });
    await sandbox.control.sendWebhook({ ...order, notificationId: id, data: { order_id: "2" } });

    expect(new Set(received.slice(0, 3).map(({ body }) => body)).size).toBe(1);
    expect(received.map((entry) => envelopeOf(entry).tts_notification_id)).toEqual([id, id, id, id]);
    expect(received[3]?.body).not.toBe(received[0]?.body);
  });

  it("an address set through the Event API hears its topic for its shop, the default hears the rest", async () => {
    const { token, ciphers } = await signIn(sandbox, "steady-seller");
    const events = { path: "/event/202309/webhooks", token, cipher: ciphers[0] ?? "" };
    const put = await call(sandbox, {
      ...events,
      method: "PUT",
      body: { event_type: "ORDER_STATUS_CHANGE", address: `${receiverUrl}/orders` },
    });
    const listed = await call(sandbox, events);
    await sandbox.control.sendWebhook(order);
    await sandbox.control.sendWebhook({ ...order, type: 12 });
    await sandbox.control.sendWebhook({ ...order, persona: "new-shop" });
    await call(sandbox, { ...events, method: "DELETE", body: { event_type: "ORDER_STATUS_CHANGE" } });
    await sandbox.control.sendWebhook(order);

    expect([put.code, rowsOf(listed.data, "webhooks").map((row) => row.address)]).toEqual([
      0,
      [`${receiverUrl}/orders`],
    ]);
    expect(received.map(({ path }) => path)).toEqual(["/orders", "/default", "/default", "/default"]);
  });

  it.each([
    ["http://app.example.com/x"],
    ["https://10.1.2.3/x"],
    ["https://app.example.com:8443/x"],
    [`https://app.example.com/${"x".repeat(255)}`],
    ["hooks"],
  ])("%s is refused as a receiver", async (address) => {
    const { token, ciphers } = await signIn(sandbox, "steady-seller");

    const reply = await call(sandbox, {
      path: "/event/202309/webhooks",
      token,
      cipher: ciphers[0] ?? "",
      method: "PUT",
      body: { event_type: "ORDER_STATUS_CHANGE", address },
    });

    expect(reply.code).toBe(36009004);
  });
});

describe("retries", () => {
  it("come after 2 minutes, 30 minutes, 3 hours and 12 hours, and then no more", async () => {
    answer = { status: 503, delayMs: 0 };
    await sandbox.control.sendWebhook(order);
    const tries: number[] = [received.length];

    for (const seconds of [119, 2, 1_790, 20, 10_790, 20, 43_190, 20, 500_000]) {
      await sandbox.control.advanceClock(seconds);
      tries.push(received.length);
    }

    expect(tries).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
    expect(new Set(received.map(({ body }) => body)).size).toBe(1);
    expect(sandbox.control.deliveries().at(-1)?.standing).toBe("dropped");
  });

  it("stop once the receiver answers 200", async () => {
    answer = { status: 500, delayMs: 0 };
    await sandbox.control.sendWebhook(order);
    answer = { status: 200, delayMs: 0 };
    await sandbox.control.advanceClock(121);
    await sandbox.control.advanceClock(100_000);

    expect(received).toHaveLength(2);
    expect(sandbox.control.deliveries().at(-1)?.standing).toBe("delivered");
  });

  it("a 401 is an answer and is not tried again", async () => {
    answer = { status: 401, delayMs: 0 };
    await sandbox.control.sendWebhook(order);
    await sandbox.control.advanceClock(100_000);

    expect(received).toHaveLength(1);
  });

  it("an answer after three seconds is too late", async () => {
    answer = { status: 200, delayMs: 3_400 };

    const delivery = await sandbox.control.sendWebhook(order);

    expect(delivery.attempts[0]?.status).toBeNull();
    expect(delivery.standing).toBe("waiting");
  }, 10_000);
});

describe("an authorisation that ends soon", () => {
  it("is announced with webhook 7 at each sandbox midnight until it has ended, and others are not", async () => {
    await signIn(sandbox, "expiring-consent");
    await signIn(sandbox, "steady-seller");

    for (let day = 0; day < 7; day += 1) await sandbox.control.advanceClock(86_400);

    expect(received.map((entry) => envelopeOf(entry).type)).toEqual([7, 7, 7, 7]);
    expect(envelopeOf(received[0]).data).toEqual({
      message: expect.any(String),
      expiration_time: expect.stringMatching(/^\d{10}$/),
    });
  });
});

it("several webhooks can be sent in a shuffled order that a seed repeats", async () => {
  const items = Array.from({ length: 6 }, (_, at) => ({
    type: 1,
    persona: "steady-seller",
    data: { order_id: String(at) },
  }));
  const send = async () => {
    received = [];
    await fetch(`${sandbox.controlUrl}/ctl/webhooks`, {
      method: "POST",
      body: JSON.stringify({ items, shuffle: true, seed: "s" }),
    });
    return received.map((entry) => memberOf(entry, "order_id"));
  };

  const [first, second] = [await send(), await send()];

  expect(first).toEqual(second);
  expect(first).not.toEqual(items.map(({ data }) => data.order_id));
  expect(new Set(first).size).toBe(6);
});

describe("what people do", () => {
  it("a revoked seller is told of by webhook 6 for each shop, a revoked creator by webhook 20", async () => {
    await signIn(sandbox, "cross-border");
    await signIn(sandbox, "us-creator");

    await sandbox.control.revoke("cross-border");
    await sandbox.control.revoke("us-creator");

    expect(received.map((entry) => envelopeOf(entry).type)).toEqual([6, 6, 6, 6, 20]);
    expect(envelopeOf(received[0]).data).toEqual({
      message: `Shop_id ${String(envelopeOf(received[0]).shop_id)} is deauthorized from your APP by merchant.`,
    });
    expect(envelopeOf(received[4])).toMatchObject({
      creator_open_id: expect.any(String),
      data: { cancel_time: expect.any(Number) },
    });
  });

  it("an order placed, refunded and cancelled by hand is told of and can be read", async () => {
    const { token, ciphers } = await signIn(sandbox, "steady-seller");
    const shop = { token, cipher: ciphers[0] ?? "" };
    const orderId = await sandbox.control.placeOrder({ persona: "steady-seller", quantity: 2, unitPrice: "12.50" });
    await sandbox.control.setOrderStatus({ persona: "steady-seller", orderId, status: "DELIVERED" });
    const returnId = await sandbox.control.refundOrder({ persona: "steady-seller", orderId, units: 1 });

    const detail = await call(sandbox, { ...shop, path: "/order/202507/orders", query: { ids: orderId } });
    const returns = await call(sandbox, {
      ...shop,
      path: "/return_refund/202602/returns/search",
      method: "POST",
      body: { order_ids: [orderId] },
    });

    expect(received.map((entry) => [envelopeOf(entry).type, memberOf(entry, "order_id")])).toEqual([
      [1, orderId],
      [1, orderId],
      [12, orderId],
    ]);
    expect(rowsOf(detail.data, "orders")[0]).toMatchObject({ status: "DELIVERED", payment: { sub_total: "25" } });
    expect(rowsOf(returns.data, "return_orders")).toMatchObject([
      { return_id: returnId, refund_amount: { refund_subtotal: "12.5" } },
    ]);
  });
});

function envelopeOf(entry: Received | undefined): Readonly<Record<string, unknown>> {
  const parsed = parseJson(entry?.body ?? "");
  return isRecord(parsed) ? parsed : {};
}

function memberOf(entry: Received, key: string): unknown {
  const { data } = envelopeOf(entry);
  return isRecord(data) ? data[key] : undefined;
}
