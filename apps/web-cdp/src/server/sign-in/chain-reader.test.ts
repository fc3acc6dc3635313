import { createServer } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { createChainReader } from "./chain-reader.ts";

const address = "0x00000000000000000000000000000000000c0de1";
const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** An endpoint that gives one result to everything, and the requests it was sent. */
async function endpoint(result: unknown, status = 200) {
  const requests: { readonly method: string; readonly params?: unknown }[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const part of request) body += part;
    const { id, method, params } = JSON.parse(body);
    requests.push({ method, params });
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify({ jsonrpc: "2.0", id, result }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => new Promise((resolve) => server.close(() => resolve())));
  const at = server.address();
  return { requests, chain: createChainReader(`http://127.0.0.1:${typeof at === "object" ? at?.port : 0}`) };
}

describe("a chain's id", () => {
  it.each([
    ["0x1", 1],
    ["0x2105", 8453],
    ["0xffffffffffff", 2 ** 48 - 1],
  ])("of %s is %i", async (result, chainId) => {
    const { chain, requests } = await endpoint(result);

    expect(await chain.readChainId()).toBe(chainId);
    expect(requests).toMatchObject([{ method: "eth_chainId" }]);
  });

  it.each(["0x", "1", "x0x1", "0x1 ", "0xG", "0x1000000000000", 1, null, ["0x1"]])(
    "is never read from %j",
    async (result) => {
      const { chain } = await endpoint(result);

      await expect(chain.readChainId()).rejects.toThrow();
    },
  );
});

describe("bytes", () => {
  it.each(["0x", "0x00", "0xef0100"])("%s are read as they are, of the newest block", async (result) => {
    const { chain, requests } = await endpoint(result);

    expect(await chain.readCode(address)).toBe(result);
    expect(await chain.call({ to: address, data: "0x01" })).toBe(result);
    expect(await chain.call({ data: "0x02" })).toBe(result);
    expect(requests).toEqual([
      { method: "eth_getCode", params: [address, "latest"] },
      { method: "eth_call", params: [{ to: address, data: "0x01", gas: "0x2dc6c0" }, "latest"] },
      { method: "eth_call", params: [{ data: "0x02", gas: "0x2dc6c0" }, "latest"] },
    ]);
  });

  it.each(["", "00", "0x0", "0x0g", "0xEF", "x0x00", "0x00\n", 0, null, ["0x00"]])(
    "are never read from %j",
    async (result) => {
      const { chain } = await endpoint(result);

      await expect(chain.readCode(address)).rejects.toThrow();
      await expect(chain.call({ data: "0x01" })).rejects.toThrow();
    },
  );
});

it("an endpoint that fails is asked once", async () => {
  const { chain, requests } = await endpoint("0x1", 503);

  await expect(chain.readChainId()).rejects.toThrow();
  expect(requests).toHaveLength(1);
});
