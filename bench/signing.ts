import { createHmac } from "node:crypto";
import { signRequest } from "../packages/tiktokshop-client/src/request/sign.ts";
import { contest } from "./measure.ts";
import type { RecordedPage } from "./order-page.ts";
import { type Section, times } from "./report.ts";
import { benchApp } from "./sandbox-process.ts";

const contentType = "application/json";

/** Signs the request of a page of orders, against the digest alone of the very bytes that are signed. */
export function signing(page: RecordedPage): Section {
  const secret = benchApp.appSecret;
  const [unsigned = "", sign = ""] = page.url.split("&sign=");
  const url = new URL(unsigned);
  const signed = `${secret}${url.pathname}${parametersOf(url)}${page.body}${secret}`;
  const request = { url: unsigned, body: page.body, contentType };
  const bare = () => createHmac("sha256", secret).update(signed).digest("hex");
  if (bare() !== sign || signRequest(request, secret) !== sign) throw new Error("The two do not sign the same bytes.");

  const { baselineMicros, oursMicros, speed } = contest({
    baseline: bare,
    ours: () => signRequest(request, secret),
    calls: 50_000,
    rounds: 15,
  });
  const perSecond = (micros: number) => Math.round(1_000_000 / micros).toLocaleString("en");
  return {
    title: "Signing",
    baseline:
      "Against `createHmac('sha256', secret).update(text).digest('hex')` of the same bytes. More is faster; goal 0.70 ×.",
    columns: ["", "a second", "µs each", "against bare HMAC"],
    rows: [
      ["bare HMAC", perSecond(baselineMicros), baselineMicros.toFixed(2), times(1)],
      ["`signRequest`: path, sorted parameters, HMAC", perSecond(oursMicros), oursMicros.toFixed(2), times(speed)],
    ],
    notes: [`Request of an order page with a page token, ${signed.length} bytes signed; median of 15 rounds in turns.`],
  };
}

/** Written out once more, so that this checks what it measures. */
function parametersOf(url: URL): string {
  const pairs = [...url.searchParams].toSorted(([left], [right]) => (left < right ? -1 : 1));
  return pairs.map(([key, value]) => `${key}${value}`).join("");
}
