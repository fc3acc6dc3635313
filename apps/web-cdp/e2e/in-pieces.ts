import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

const pauseMs = 400;

/**
 * Stands before `origin` as a slow line does: of each page it sends all that comes before the last `cut`, pauses for 0.4 seconds,
 * and sends the rest. Answers its own origin, how many pages it has cut, and how to stop it.
 */
export async function inPieces(
  origin: string,
  cut: string,
): Promise<{ url: string; cuts: () => number; stop: () => void }> {
  let cuts = 0;
  const server = createServer(async (request, response) => {
    // Else what a page fetches to open another one would be answered by that page's document.
    const headers = Object.entries(request.headers).filter(([name]) => name === "rsc" || name.startsWith("next-"));
    const url = new URL(request.url ?? "/", origin);
    const answer = await fetch(url, {
      headers: headers.map(([name, value]) => [name, String(value)]),
      redirect: "manual",
    });
    const body = Buffer.from(await answer.arrayBuffer());
    for (const name of ["content-type", "content-security-policy", "location"]) {
      const value = answer.headers.get(name);
      if (value !== null) response.setHeader(name, value);
    }
    response.writeHead(answer.status);
    const at = answer.headers.get("content-type")?.startsWith("text/html") ? body.lastIndexOf(cut) : -1;
    if (at === -1) return response.end(body);
    cuts += 1;
    response.write(body.subarray(0, at));
    await sleep(pauseMs);
    response.end(body.subarray(at));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cuts: () => cuts,
    stop: () => server.close(),
  };
}
