import { type Address, getAddress, isHex, numberToHex } from "viem";
import { createConnector } from "wagmi";
import { demoConnectorId } from "./demo-connector-id.ts";

interface DemoRequest {
  readonly method: string;
  readonly params?: readonly unknown[];
}

interface DemoProvider {
  request(request: DemoRequest): Promise<unknown>;
}

/**
 * A wallet that lives in this browser's storage and signs without asking, for the demo only.
 * It goes through the same wagmi path as any other wallet, so that nothing about signing in is special to the demo.
 */
export function demoWallet() {
  return createConnector<DemoProvider>((config) => {
    const chainId = config.chains[0].id;

    async function readAccount() {
      const [{ privateKeyToAccount }, { readDemoKey }] = await Promise.all([
        import("viem/accounts"),
        import("./demo-key.ts"),
      ]);
      return privateKeyToAccount(readDemoKey());
    }

    const provider: DemoProvider = {
      async request({ method, params }) {
        const account = await readAccount();
        if (method === "eth_chainId") return numberToHex(chainId);
        if (method === "eth_accounts" || method === "eth_requestAccounts") return [account.address];
        if (method === "personal_sign" && isHex(params?.[0]))
          return account.signMessage({ message: { raw: params[0] } });
        throw new Error(`The demo wallet cannot ${method}; it only signs in.`);
      },
    };

    async function readAccounts(): Promise<readonly Address[]> {
      return [getAddress((await readAccount()).address)];
    }

    return {
      id: demoConnectorId,
      name: "Demo wallet",
      type: "demo",
      // wagmi's connect answers richer accounts only for wallets with capabilities, which this one has not.
      connect: async () => ({ accounts: (await readAccounts()) as never, chainId }),
      disconnect: async () => undefined,
      getAccounts: readAccounts,
      getChainId: async () => chainId,
      getProvider: async () => provider,
      isAuthorized: async () => false,
      onAccountsChanged: () => undefined,
      onChainChanged: () => undefined,
      onDisconnect: () => undefined,
    };
  });
}
