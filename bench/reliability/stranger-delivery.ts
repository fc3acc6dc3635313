import { createHmac } from "node:crypto";
import { benchApp } from "../sandbox-process.ts";

/** An honest delivery about a shop that nobody has connected: stored, and parked. Same number and time are the same delivery. */
export async function deliver(url: string, serial: number, atMs = Date.now()): Promise<void> {
  const id = `73${String(serial).padStart(17, "0")}`;
  const facts = {
    type: 1,
    tts_notification_id: id,
    shop_id: "7000000000000000001",
    timestamp: Math.floor(atMs / 1_000),
  };
  const body = JSON.stringify({ ...facts, data: { order_id: id, order_status: "IN_TRANSIT" } });
  const authorization = createHmac("sha256", benchApp.appSecret).update(benchApp.appKey).update(body).digest("hex");
  const headers = { "content-type": "application/json", authorization };
  const response = await fetch(`${url}/api/tiktokshop/webhook`, { method: "POST", body, headers });
  if (response.status !== 200) throw new Error(`answered ${response.status}`);
}
