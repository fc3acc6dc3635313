import type { SignedScore } from "@lendfriend/score-proof";
import { maxFileBytes } from "./max-file-bytes.ts";

const linkPattern = /#file=([\w-]*)/;

/**
 * A link that carries the file in its fragment, which browsers send nowhere: JSON in zlib's form, in base64url. The checksum
 * of that form tells a link that was damaged on its way from a file that somebody altered, but for one in thousands: there
 * the file's signature refuses what has changed.
 */
export async function scoreLink(file: SignedScore): Promise<string> {
  return `${file.statement.issuer}/verify#file=${await payloadOf(JSON.stringify(file))}`;
}

/** Whether a text is such a link, or holds one. Other fragments are places of a page. */
export function isScoreLink(text: string): boolean {
  return linkPattern.test(text);
}

/** The text of the file that a link carries; null when the link is not whole, or its file is larger than any. */
export async function fileOfLink(link: string): Promise<string | null> {
  const payload = linkPattern.exec(link)?.[1] ?? "";
  if (payload.length > maxFileBytes) return null;
  try {
    const bytes = Uint8Array.from(atob(payload.replaceAll("-", "+").replaceAll("_", "/")), (char) =>
      char.charCodeAt(0),
    );
    return await textFrom(streamOf(bytes).pipeThrough(new DecompressionStream("deflate")).pipeThrough(atMostLongest()));
  } catch {
    // Each step refuses in its own way, and all of them mean the same.
    return null;
  }
}

async function payloadOf(text: string): Promise<string> {
  const packed = streamOf(new TextEncoder().encode(text)).pipeThrough(new CompressionStream("deflate"));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  const chars = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  const payload = btoa(chars).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  // Apps that find links in a message take one of these at the end for punctuation; a blank after JSON means nothing.
  return /[-_]$/.test(payload) ? payloadOf(`${text} `) : payload;
}

function streamOf(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new Blob([bytes]).stream();
}

async function textFrom(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<string> {
  return new TextDecoder("utf-8", { fatal: true }).decode(await new Response(stream).arrayBuffer());
}

/** Stops what unpacks to more than it may, before it is held. */
function atMostLongest(): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let seen = 0;
  return new TransformStream({
    transform(chunk, controller) {
      seen += chunk.byteLength;
      if (seen > maxFileBytes) controller.error(new RangeError("unpacks to more than a file can be"));
      else controller.enqueue(chunk);
    },
  });
}
