import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isRecord } from "../json.ts";
import { parseDecimal } from "../money.ts";
import { type Sandbox, startSandbox } from "../sandbox.ts";
import { everyRow, signIn } from "../testing.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const windowSeconds = 90 * 86_400;

describe.each([0, 3, 6])("%i days after the anchor", (days) => {
  beforeAll(() => sandbox.control.advanceClock(days === 0 ? 0 : 3 * 86_400));

  it.each([
    ["worked-seller", 150, 1_500_000],
    ["worked-hybrid-seller", 100, 1_000_000],
  ] as const)("%s has exactly its orders and merchandise value in the window", async (persona, count, value) => {
    const orders = await windowOrders(persona);

    expect(orders.length).toBe(count);
    expect(orders.reduce((total, order) => total + merchandise(order), 0)).toBe(value);
  });
});

function merchandise(order: Readonly<Record<string, unknown>>): number {
  const payment = isRecord(order.payment) ? order.payment : {};
  return hundredths(payment.sub_total) + hundredths(payment.platform_discount);
}

function hundredths(text: unknown): number {
  return parseDecimal(String(text)) ?? Number.NaN;
}

async function windowOrders(persona: string) {
  const { token, ciphers } = await signIn(sandbox, persona);
  const body = { create_time_ge: sandbox.control.now() - windowSeconds, create_time_lt: sandbox.control.now() };
  return everyRow(
    sandbox,
    {
      method: "POST",
      path: "/order/202309/orders/search",
      token,
      cipher: ciphers[0] ?? "",
      query: { page_size: "40" },
      body,
    },
    "orders",
  );
}
