"use client";

import { useEffect, useMemo, useState } from "react";
import type { Connector } from "wagmi";
import { getConnectors, watchConnectors } from "wagmi/actions";
import { createWalletConfig } from "#lib/wallet/config.ts";
import { demoConnectorId } from "#lib/wallet/demo-connector-id.ts";
import { type Signer, signerFrom } from "#lib/wallet/signer.ts";

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
