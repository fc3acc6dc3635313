import type { Config, Connector } from "wagmi";
import { connect, disconnect, getConnections, signMessage } from "wagmi/actions";
import { demoConnectorId } from "./demo-connector-id.ts";

/** A wallet reduced to what signing needs, whatever its kind. */
export interface Signer {
  readonly id: string;
  readonly name: string;
  connect(): Promise<{ readonly address: string; readonly chainId: number }>;
  sign(message: string): Promise<string>;
  /** Signs without leaving the page, so no tap of its own is needed. */
  readonly signsAtOnce: boolean;
}

/** A wallet of this browser as a signer; `nameless` calls one that announces no name. */
export function signerFrom(config: Config, connector: Connector, nameless: string): Signer {
  const isDemo = connector.id === demoConnectorId;
  return {
    id: connector.id,
    name: connector.id === "injected" ? nameless : connector.name,
    signsAtOnce: isDemo || !window.matchMedia("(pointer: coarse)").matches,
    async connect() {
      const connected = getConnections(config).some((connection) => connection.connector.uid === connector.uid);
      // The demo's account changes under the same connector; a real wallet must not lose its permission by a retry.
      if (connected && isDemo) await disconnect(config, { connector });
      if (connected && !isDemo)
        return { address: await firstAccount(connector), chainId: await connector.getChainId() };
      const { accounts, chainId } = await connect(config, { connector });
      return { address: accounts[0], chainId };
    },
    sign: (message) => signMessage(config, { message, connector }),
  };
}

async function firstAccount(connector: Connector): Promise<string> {
  const [address] = await connector.getAccounts();
  if (!address) throw new Error("the wallet lists no account; unlock it and try again");
  return address;
}
