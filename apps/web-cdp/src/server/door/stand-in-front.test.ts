import diagnosticsChannel from "node:diagnostics_channel";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it, vi } from "vitest";
import { standInFront } from "./stand-in-front.ts";

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function serve(...answers: readonly string[]): Promise<(path: string) => Promise<string>> {
  const server = createServer();
  servers.push(server);
  answers.forEach((text, index) => {
    server.on("request", (_, response) => (index === answers.length - 1 ? response.end(text) : response.write(text)));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return async (path) => (await fetch(`http://127.0.0.1:${port}${path}`)).text();
}

const asked: string[] = [];
standInFront((request, response, admit) => {
  asked.push(request.url ?? "");
  if (request.url !== "/refused") return admit();
  response.end("refused");
});

it("asks once for every request, the first one too, and hands on what is not refused", async () => {
  const ask = await serve("first, ", "second");
  asked.length = 0;

  expect(await ask("/refused")).toBe("refused");
  expect(await ask("/other")).toBe("first, second");
  expect(await ask("/refused")).toBe("refused");

  expect(asked).toEqual(["/refused", "/other", "/refused"]);
});

it("stands in front of each server", async () => {
  const [one, two] = [await serve("one"), await serve("two")];

  expect([await one("/"), await two("/"), await two("/refused")]).toEqual(["one", "two", "refused"]);
});

it("leaves what is no server's on the channel alone", async () => {
  const listeners = vi.fn(() => []);
  const channel = diagnosticsChannel.channel("http.server.request.start");
  // What a subscriber throws there ends the run, though not this line.
  for (const message of ["text", null, {}, { server: { listeners } }]) channel.publish(message);

  expect(await (await serve("here"))("/")).toBe("here");
  expect(listeners).not.toHaveBeenCalled();
});
