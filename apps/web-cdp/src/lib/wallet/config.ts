import { defineChain } from "viem";
import { type Config, createConfig, http } from "wagmi";
import { injected } from "wagmi/connectors/injected";
import { demoWallet } from "./demo-connector.ts";

/** The browser never touches a chain: the id stands in the message, and the server asks that chain for contract wallets. */
const base = defineChain({
  id: 8453,
  name: "Base",
  nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
  rpcUrls: { default: { http: ["https://mainnet.base.org"] } },
});

/**
 * wagmi with the wallets that announce themselves (EIP-6963), the older injected one, and the demo's.
 * It stores nothing and reconnects to nothing: the session cookie alone says who is signed in.
 */
export function createWalletConfig(options: { readonly demo: boolean }): Config {
  return createConfig({
    chains: [base],
    connectors: options.demo ? [injected(), demoWallet()] : [injected()],
    transports: { [base.id]: http() },
    multiInjectedProviderDiscovery: true,
    storage: null,
  });
}
