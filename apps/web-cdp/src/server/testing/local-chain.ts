import { createServer, type ServerResponse } from "node:http";
import { Common, Hardfork, Mainnet } from "@ethereumjs/common";
import { createEVM } from "@ethereumjs/evm";
import { bytesToHex, createAddressFromString, hexToBytes } from "@ethereumjs/util";
import type { Hex } from "viem";

interface Call {
  readonly to?: Hex;
  readonly data: Hex;
  readonly gas?: Hex;
}

/** What a node allows a call that names no limit. */
const ownGasLimit = 50_000_000n;

/** A chain on loopback: a real EVM behind the three JSON-RPC methods that reading contracts takes. */
export async function startLocalChain(chainId: number) {
  const common = new Common({ chain: { ...Mainnet, chainId }, hardfork: Hardfork.Prague });
  const evm = await createEVM({ common });
  const methods = new Set<string>();
  let answer: (response: ServerResponse, honest: () => Promise<string>) => Promise<void> = async (response, honest) =>
    void response.end(await honest());

  const handlers: Record<string, (params: readonly unknown[]) => Promise<Hex>> = {
    eth_chainId: async () => `0x${chainId.toString(16)}`,
    eth_getCode: async ([address]) =>
      bytesToHex(await evm.stateManager.getCode(createAddressFromString(String(address)))),
    eth_call: async ([call]) => run(call as Call),
  };

  async function run({ to, data, gas }: Call): Promise<Hex> {
    await evm.stateManager.checkpoint();
    try {
      const { execResult } = await evm.runCall({
        ...(to ? { to: createAddressFromString(to) } : {}),
        data: hexToBytes(data),
        gasLimit: gas ? BigInt(gas) : ownGasLimit,
      });
      if (execResult.exceptionError) throw new Error(execResult.exceptionError.error);
      return bytesToHex(execResult.returnValue);
    } finally {
      await evm.stateManager.revert();
    }
  }

  async function honestAnswer(body: string): Promise<string> {
    const { id, method, params = [] } = JSON.parse(body);
    methods.add(method);
    try {
      return JSON.stringify({ jsonrpc: "2.0", id, result: await handlers[method]?.(params) });
    } catch (error) {
      return JSON.stringify({ jsonrpc: "2.0", id, error: { code: 3, message: String(error) } });
    }
  }

  // One call at a time, as the state's checkpoints nest.
  let last: Promise<unknown> = Promise.resolve();
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => {
      response.setHeader("content-type", "application/json");
      const honest = () => {
        const next = last.then(() => honestAnswer(body));
        last = next;
        return next;
      };
      answer(response, honest).catch(() => response.destroy());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;

  return {
    url: `http://127.0.0.1:${port}`,
    /** Every method that was asked for. */
    methods,
    put: (at: Hex, code: Hex) => evm.stateManager.putCode(createAddressFromString(at), hexToBytes(code)),
    /** Answers in another way than an honest node from now on. */
    misbehave(how: typeof answer) {
      answer = how;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
