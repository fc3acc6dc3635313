import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { createGzip } from "node:zlib";
import type { Answer } from "../gateway/envelope.ts";
import type { Fault } from "./fault.ts";

interface Sending {
  readonly message: IncomingMessage;
  readonly response: ServerResponse;
  readonly answer: Answer;
  readonly fault: Fault | null;
  readonly latencyMs: number;
}

/** Sends an answer, or what a fault makes of it on the wire. */
export async function sendWithFault({ message, response, answer, fault, latencyMs }: Sending): Promise<void> {
  const delayMs = latencyMs + (fault?.kind === "delay" ? fault.delayMs : 0);
  if (delayMs > 0) await sleep(delayMs);
  if (response.destroyed) return;
  if (fault === null) return send(response, answer);
  switch (fault.kind) {
    case "hang":
      // The socket stays open and silent until the client or the sandbox gives up.
      return;
    case "reset":
      message.socket.resetAndDestroy();
      return;
    case "answer":
      return send(response, scripted(fault));
    case "html_502":
      return send(
        response,
        plain(
          502,
          "text/html",
          "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>",
        ),
      );
    case "redirect":
      return send(response, { ...plain(302, "text/plain", ""), headers: { location: fault.location } });
    case "invalid_json":
      return send(response, {
        ...answer,
        body: Buffer.concat([answer.body.subarray(0, Math.floor(answer.body.length / 2)), Buffer.from("<<<")]),
      });
    case "wrong_content_type":
      return send(response, { ...answer, headers: { "content-type": "text/html; charset=utf-8" } });
    case "truncate":
      return truncate(response, answer, fault.bytes);
    case "drip":
      return drip(response, answer, fault.bytesPerSecond);
    case "huge_body":
      return huge(response, fault.bytes);
    case "gzip_bomb":
      return gzipBomb(response, fault.bytes);
    default:
      return send(response, answer);
  }
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...headers, "content-length": body.length });
  response.end(body);
}

function plain(status: number, contentType: string, text: string): Answer {
  return { status, headers: { "content-type": contentType }, body: Buffer.from(text, "utf8"), code: null };
}

function scripted(fault: Fault & { kind: "answer" }): Answer {
  const envelope = {
    code: fault.code ?? 36009003,
    data: null,
    message: fault.message ?? "Internal error.",
    request_id: "202601010000000123456789ABCDEF0123",
  };
  const answer = plain(fault.status, "application/json", fault.body ?? JSON.stringify(envelope));
  return { ...answer, headers: { ...answer.headers, ...fault.headers } };
}

function truncate(response: ServerResponse, { status, headers, body }: Answer, bytes: number): void {
  response.writeHead(status, { ...headers, "content-length": body.length });
  response.write(body.subarray(0, Math.min(bytes, body.length - 1)), () => response.destroy());
}

async function drip(
  response: ServerResponse,
  { status, headers, body }: Answer,
  bytesPerSecond: number,
): Promise<void> {
  response.writeHead(status, { ...headers, "content-length": body.length });
  const step = Math.max(1, Math.floor(bytesPerSecond / 10));
  for (let at = 0; at < body.length && !response.destroyed; at += step) {
    response.write(body.subarray(at, at + step));
    await sleep(Math.max(100, (1000 * step) / bytesPerSecond));
  }
  response.end();
}

async function huge(response: ServerResponse, bytes: number): Promise<void> {
  response.writeHead(200, { "content-type": "application/json" });
  await pour([Readable.from(padding(bytes)), response]);
}

async function gzipBomb(response: ServerResponse, bytes: number): Promise<void> {
  response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" });
  await pour([Readable.from(padding(bytes)), createGzip(), response]);
}

/** Pours until the end or until the client hangs up, which is what a client should do here. */
async function pour(
  streams: readonly (NodeJS.ReadableStream | NodeJS.WritableStream | NodeJS.ReadWriteStream)[],
): Promise<void> {
  try {
    await pipeline(streams);
  } catch (cause) {
    const isHangUp = cause instanceof Error && "code" in cause && cause.code === "ERR_STREAM_PREMATURE_CLOSE";
    if (!isHangUp) throw cause;
  }
}

/** A valid envelope whose data is mostly blanks. */
function* padding(bytes: number): Generator<Buffer> {
  const blank = Buffer.alloc(64 * 1024, 0x20);
  yield Buffer.from('{"code":0,"data":{"padding":"');
  for (let sent = 0; sent < bytes; sent += blank.length) yield blank;
  yield Buffer.from('"},"message":"Success"}');
}
