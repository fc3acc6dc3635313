import { randomBytes } from "node:crypto";
import { type Json, stringify } from "../json.ts";
import type { Refusal } from "./gateway-error.ts";

const detailsSuffix = " For more details: https://m.tiktok.shop/s/AIu6dbFhs2XW";

/** What goes back to the caller before any fault is laid over it. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The envelope's code, for the request log; null when the body is not an envelope. */
  readonly code: number | null;
}

/** A successful envelope; the open-api host says `Success`, the token host `success`. */
export function success(data: Json, nowMs: number, message: "Success" | "success" = "Success"): Answer {
  return jsonAnswer(200, { code: 0, data, message, request_id: requestId(nowMs) });
}

/** A refusing envelope: `data` is null. */
export function failure(refusal: Refusal, nowMs: number): Answer {
  const message =
    refusal.code === 106001 || refusal.code >= 36009000 ? `${refusal.message}${detailsSuffix}` : refusal.message;
  return jsonAnswer(refusal.status, { code: refusal.code, data: null, message, request_id: requestId(nowMs) });
}

/** A body that is not an envelope: consent pages, `404 page not found`, injected HTML. */
export function textAnswer(status: number, contentType: string, text: string): Answer {
  return { status, headers: { "content-type": contentType }, body: Buffer.from(text, "utf8"), code: null };
}

function jsonAnswer(status: number, envelope: { readonly code: number; readonly [key: string]: Json }): Answer {
  const body = Buffer.from(stringify(envelope), "utf8");
  return { status, headers: { "content-type": "application/json" }, body, code: envelope.code };
}

/** 34 characters: 14 digits of UTC+8 wall time and 20 upper-case hex digits. */
function requestId(nowMs: number): string {
  const wall = new Date(nowMs + 8 * 3_600_000).toISOString().replace(/\D/g, "").slice(0, 14);
  return `${wall}${randomBytes(10).toString("hex").toUpperCase()}`;
}
