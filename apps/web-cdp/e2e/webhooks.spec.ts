import { expect, test } from "@playwright/test";
import type { ApiConnection, Caller } from "./api.ts";
import { ask } from "./database.ts";
import { people } from "./places.ts";
import { act } from "./sandbox.ts";

const persona = "growing-seller";
const control = process.env.E2E_SANDBOX_CONTROL_URL ?? "";
const { somebody, disconnectAll } = people();

test.afterEach(disconnectAll);

async function connected(): Promise<{ caller: Caller; connection: ApiConnection }> {
  const caller = await somebody();
  await caller.connect(persona);
  const [connection] = await caller.settled();
  if (!connection) throw new Error("nothing is connected");
  return { caller, connection };
}

test("a refund at TikTok Shop reaches the score by a webhook alone", async ({ baseURL }) => {
  const { caller, connection } = await connected();
  const refunds = async () => {
    const report = await caller.json<{ metrics: { refunds: string } }>("/api/score");
    return Number(report.metrics.refunds);
  };
  const before = await refunds();
  await expect.poll(() => topicsOf(connection.id)).toEqual(["set"]);

  await act("refund", { persona, orderId: await saleOf(connection.id) });

  await expect.poll(refunds, { timeout: 20_000 }).toBeGreaterThan(before);
  const { deliveries } = (await (await fetch(`${control}/ctl/deliveries`)).json()) as {
    readonly deliveries: readonly { readonly url: string }[];
  };
  expect(deliveries.at(-1)?.url).toBe(`${baseURL}/api/tiktokshop/webhook`);
});

test("an authorisation that its owner takes away ends the connection and lowers the standing at once", async () => {
  const { caller, connection } = await connected();
  const standing = async () => {
    type Item = { readonly code: string; readonly points: number };
    const report = await caller.json<{ factors: { reliability: { items: readonly Item[] } } }>("/api/score");
    return report.factors.reliability.items.find(({ code }) => code === "platform_standing")?.points;
  };
  expect(await standing()).toBeGreaterThan(0);

  await act("revoke", { persona });

  await expect.poll(async () => (await caller.settled())[0]?.status).toBe("needs_reconnect");
  await expect.poll(standing, { timeout: 20_000 }).toBe(0);
  expect((await caller.settled())[0]?.id).toBe(connection.id);
});

async function saleOf(connectionId: string): Promise<string> {
  const [row] = await ask<{ id: string }>(
    `select id from public.orders where connection_id = $1 and status = 'COMPLETED' and merchandise_value > 0
       and not (is_sample or is_replacement or is_exchange) order by create_time desc limit 1`,
    [connectionId],
  );
  return row?.id ?? "";
}

async function topicsOf(connectionId: string): Promise<readonly string[]> {
  const rows = await ask<{ state: string }>(`select state from app_private.webhook_topics where connection_id = $1`, [
    connectionId,
  ]);
  return rows.map(({ state }) => state);
}
