import "server-only";
import { createClient, type Hex, http, numberToHex } from "viem";
import { z } from "zod";

/** All requests of one reader together. */
const timeoutMs = 4_000;
/** Above what known wallets spend on many owners, on a P-256 key checked in Solidity, or on their own deployment. */
const gasLimit = 3_000_000n;
/** The longest honest answer is a contract's code: 24 KB, as hex in JSON. */
const maxAnswerBytes = 128 * 1024;

const hex = z.custom<Hex>((value) => typeof value === "string" && /^0x(?:[0-9a-f]{2})*$/.test(value));
const quantity = z.string().regex(/^0x[0-9a-f]{1,12}$/);

/** Reads of one chain. All reject when the endpoint does not answer well, in time, or when the call reverts. */
interface ChainReader {
  readChainId(): Promise<number>;
  readCode(address: Hex): Promise<Hex>;
  /** Runs a call in the newest block, or, without `to`, code that deploys nothing. Answers what it returned. */
  call(call: { readonly to?: Hex; readonly data: Hex }): Promise<Hex>;
}

/**
 * Opens a chain's JSON-RPC endpoint for a few seconds. Raw requests on purpose: viem's own `call` would follow a
 * contract that names another server to ask (CCIP-Read), which is whoever wrote the contract choosing where we connect.
 */
export function createChainReader(rpcUrl: string): ChainReader {
  const fetchOptions = { signal: AbortSignal.timeout(timeoutMs), redirect: "error" } as const;
  const endpoint = createClient({
    transport: http(rpcUrl, { retryCount: 0, timeout: timeoutMs, maxResponseBodySize: maxAnswerBytes, fetchOptions }),
  });
  return {
    readChainId: async () => Number(quantity.parse(await endpoint.request({ method: "eth_chainId" }))),
    readCode: async (address) =>
      hex.parse(await endpoint.request({ method: "eth_getCode", params: [address, "latest"] })),
    call: async (call) => {
      const params = [{ ...call, gas: numberToHex(gasLimit) }, "latest"] as const;
      return hex.parse(await endpoint.request({ method: "eth_call", params: [...params] }));
    },
  };
}
