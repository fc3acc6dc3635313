import diagnosticsChannel from "node:diagnostics_channel";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
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
standInFront((request, response) => {
  asked.push(request.url ?? "");
  if (request.url !== "/refused") return false;
  response.end("refused");
  return true;
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

it.each([["text"], [null], [{}], [{ server: { listeners: () => [] } }]])(
  "leaves %j on the channel alone",
  (message) => {
    expect(() => diagnosticsChannel.channel("http.server.request.start").publish(message)).not.toThrow();
  },
);
