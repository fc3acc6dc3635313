import { afterAll, beforeAll, expect, it } from "vitest";
import { isRecord } from "../json.ts";
import { parseDecimal } from "../money.ts";
import { type Sandbox, startSandbox } from "../sandbox.ts";
import { everyRow, rowsOf, signIn } from "../testing.ts";
import { buyerMarker } from "./buyer-wire.ts";

type Row = Readonly<Record<string, unknown>>;

let sandbox: Sandbox;
let orders: readonly Row[];
beforeAll(async () => {
  sandbox = await startSandbox({ rateLimit: { requestsPerSecond: 0 } });
  const { token, ciphers } = await signIn(sandbox, "steady-seller");
  orders = await everyRow(
    sandbox,
    {
      path: "/order/202309/orders/search",
      method: "POST",
      token,
      cipher: ciphers[0] ?? "",
      query: { page_size: "100" },
    },
    "orders",
  );
});
afterAll(() => sandbox.close());

it("every buyer datum carries the marker", () => {
  const personal = ["buyer_avatar", "buyer_email", "buyer_nickname", "user_id"];
  for (const order of orders) {
    for (const key of personal) expect(order[key]).toContain(buyerMarker);
    if (order.buyer_message !== "") expect(order.buyer_message).toContain(buyerMarker);
    if (!isRecord(order.recipient_address)) continue;
    for (const key of [
      "name",
      "first_name",
      "last_name",
      "phone_number",
      "postal_code",
      "full_address",
      "address_line1",
    ])
      expect(order.recipient_address[key]).toContain(buyerMarker);
  }
});

it("unpaid, held and cancelled orders have no address, others have one", () => {
  for (const order of orders) {
    const isWithout = ["UNPAID", "ON_HOLD", "CANCELLED"].includes(String(order.status));
    expect([order.status, order.recipient_address === undefined]).toEqual([order.status, isWithout]);
  }
});

it("what has not happened yet is absent, and what has happened is in order", () => {
  const now = sandbox.control.now();
  for (const order of orders) {
    const times = ["create_time", "paid_time", "rts_time", "collection_time", "delivery_time"].flatMap((key) =>
      order[key] === undefined ? [] : [Number(order[key])],
    );
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(Math.max(...times, Number(order.update_time))).toBeLessThanOrEqual(now);
    expect(order.delivery_time !== undefined).toBe(order.status === "DELIVERED" || order.status === "COMPLETED");
    if (order.status === "UNPAID") expect(order.paid_time).toBeUndefined();
  }
});

it("the payment adds up from the lines, and each line is one unit", () => {
  for (const order of orders) {
    const payment = isRecord(order.payment) ? order.payment : {};
    const items = rowsOf(order, "line_items");
    const add = (key: string) => items.reduce((total, item) => total + cents(item[key]), 0);
    expect(add("sale_price")).toBe(cents(payment.sub_total));
    expect(add("original_price")).toBe(cents(payment.original_total_product_price));
    expect(
      cents(payment.original_total_product_price) - cents(payment.seller_discount) - cents(payment.platform_discount),
    ).toBe(cents(payment.sub_total));
    expect(cents(payment.sub_total) + cents(payment.shipping_fee) + cents(payment.tax)).toBe(
      cents(payment.total_amount),
    );
    for (const item of items)
      expect(cents(item.original_price) - cents(item.seller_discount) - cents(item.platform_discount)).toBe(
        cents(item.sale_price),
      );
  }
});

it("money is printed without forced decimals", () => {
  for (const order of orders) {
    for (const value of Object.values(isRecord(order.payment) ? order.payment : {}))
      expect(value).toMatch(/^([A-Z]{3}|-?\d+(\.\d?[1-9])?)$/);
  }
});

function cents(text: unknown): number {
  return parseDecimal(String(text)) ?? Number.NaN;
}
