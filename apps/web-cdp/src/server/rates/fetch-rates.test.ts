import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { fetchRates } from "./fetch-rates.ts";

let server: Server | null = null;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

describe("fetchRates", () => {
  it("asks for the dollar's rates of the given days and keeps them as plain decimals", async () => {
    let asked = "";
    const url = await serve((request, response) => {
      asked = request.url ?? "";
      response.setHeader("content-type", "application/json");
      response.end(
        JSON.stringify([
          { date: "2026-11-20", base: "USD", quote: "IDR", rate: 18016.34310713 },
          { date: "2026-11-20", base: "USD", quote: "EUR", rate: 0.88 },
        ]),
      );
    });

    const rates = await fetchRates({ url, currencies: ["IDR", "EUR"], from: "2026-11-19", to: "2026-11-20" });

    expect(asked).toBe("/v2/rates?base=usd&quotes=idr%2Ceur&from=2026-11-19&to=2026-11-20");
    expect(rates).toEqual([
      { date: "2026-11-20", currency: "IDR", unitsPerUsd: "18016.34310713", source: "127.0.0.1" },
      { date: "2026-11-20", currency: "EUR", unitsPerUsd: "0.88", source: "127.0.0.1" },
    ]);
  });

  it.each([
    ["an error", 503, "{}"],
    ["no JSON", 200, "<html>"],
    ["a rate of zero", 200, `[{"date":"2026-11-20","base":"USD","quote":"IDR","rate":0}]`],
    ["another shape", 200, `{"rates":{"IDR":18016}}`],
  ])("refuses %s", async (_name, status, body) => {
    const url = await serve((_request, response) => {
      response.statusCode = status;
      response.end(body);
    });

    await expect(fetchRates({ url, currencies: ["IDR"], from: "2026-11-19", to: "2026-11-20" })).rejects.toThrow();
  });

  it("gives up on a server that does not answer", async () => {
    const url = await serve(() => undefined);

    await expect(
      fetchRates({ url, currencies: ["IDR"], from: "2026-11-19", to: "2026-11-20", timeoutMs: 50 }),
    ).rejects.toThrow(/timeout/i);
  });
});

async function serve(listener: RequestListener): Promise<string> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has an address of this kind.
  const { port } = started.address() as AddressInfo;
  return `http://127.0.0.1:${port}/v2/rates`;
}
