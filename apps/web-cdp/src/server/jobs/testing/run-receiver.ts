import { createServer, type IncomingMessage } from "node:http";
import { createTikTokShopConnector } from "@lendfriend/tiktokshop-client";
import { createLog } from "#server/log.ts";
import type { CallFunction } from "#server/stores/data-api.ts";
import { createWebhookInbox } from "#server/stores/inbox-store.ts";
import { createPool } from "#server/stores/pg/pool.ts";
import { receiveWebhook } from "#server/use-cases/receive-webhook.ts";

/** The process that `startReceiver` starts: the product's own use-case and store behind a bare HTTP server. */
async function main(): Promise<void> {
  const pool = createPool({ databaseUrl: variable("DATABASE_URL"), applicationName: "receiver", max: 5 });
  pool.on("error", () => undefined);
  const log = createLog("silent");
  const tiktokshop = createTikTokShopConnector({
    appKey: variable("APP_KEY"),
    appSecret: variable("APP_SECRET"),
    serviceId: "1",
  });
  const inbox = createWebhookInbox(callDirectly(pool));
  const server = createServer((request, response) => {
    void bodyOf(request)
      .then((rawBody) =>
        receiveWebhook(
          { connectors: { tiktokshop }, inbox, log },
          { platform: "tiktokshop", rawBody, authorization: request.headers.authorization ?? null },
        ),
      )
      .then(
        (outcome) => response.writeHead(outcome === "stored" ? 200 : 401).end(),
        () => response.writeHead(503).end(),
      );
  });
  server.listen(Number(variable("PORT")), "127.0.0.1", () => process.stdout.write("listening\n"));
}

/** The database functions without the Data API in between, as the same role would run them. */
function callDirectly(pool: ReturnType<typeof createPool>): CallFunction {
  return async (name, args, answer) => {
    const names = Object.keys(args);
    const list = names.map((argument, index) => `${argument} => $${index + 1}`).join(", ");
    const { rows } = await pool.query<{ answer: unknown }>(
      `select public.${name}(${list}) as answer`,
      Object.values(args),
    );
    return answer.parse(rows[0]?.answer);
  };
}

async function bodyOf(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function variable(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
}

await main();
