"use client";

import { useEffect, useMemo, useState } from "react";
import type { Config, Connector } from "wagmi";
import { connect, disconnect, getConnections, getConnectors, signMessage, watchConnectors } from "wagmi/actions";
import { createWalletConfig } from "#lib/wallet/config.ts";
import { demoConnectorId } from "#lib/wallet/demo-connector.ts";
import type { Signer } from "./use-sign-in.ts";

interface FoundWallet {
  readonly signer: Signer;
  readonly icon: string | null;
}

/** Wallets of this browser, as they announce themselves, and the demo's apart; `nameless` calls one that announces no name. */
export function useWallets(
  demoMode: boolean,
  nameless: string,
): { wallets: readonly FoundWallet[]; demoSigner: Signer | null } {
  const config = useMemo(() => createWalletConfig({ demo: demoMode }), [demoMode]);
  const [connectors, setConnectors] = useState<readonly Connector[]>(() => getConnectors(config));

  useEffect(() => {
    setConnectors(getConnectors(config));
    return watchConnectors(config, { onChange: setConnectors });
  }, [config]);

  return useMemo(() => {
    const demo = connectors.find((connector) => connector.id === demoConnectorId);
    const announced = connectors.filter((connector) => connector.id !== demoConnectorId && connector.id !== "injected");
    const legacy = connectors.filter((connector) => connector.id === "injected" && hasLegacyWallet());
    const shown = announced.length > 0 ? announced : legacy;
    return {
      wallets: shown.map((connector) => ({
        signer: signerFrom(config, connector, nameless),
        icon: connector.icon ?? null,
      })),
      demoSigner: demo ? signerFrom(config, demo, nameless) : null,
    };
  }, [config, connectors, nameless]);
}

function hasLegacyWallet(): boolean {
  return Reflect.get(window, "ethereum") !== undefined;
}

function signerFrom(config: Config, connector: Connector, nameless: string): Signer {
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
