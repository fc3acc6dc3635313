import type { Config, Connector } from "wagmi";
import { getConnectors, watchConnectors } from "wagmi/actions";
import { createWalletConfig } from "./config.ts";
import { embeddedSignerId } from "./embedded-signer-id.ts";
import { type Signer, signerFrom } from "./signer.ts";
import { recallWallet } from "./used-wallet.ts";

const announcementMs = 1_000;

/** The wallet that signed in, found again on a later page; null when this browser does not know or offer it any more. */
export async function findSigner(page: {
  readonly demoMode: boolean;
  readonly cdpProjectId: string | null;
  /** What to call wallets that have no name of their own. */
  readonly names: { readonly injected: string; readonly embedded: string };
}): Promise<Signer | null> {
  const id = recallWallet();
  if (id === null) return null;
  const { cdpProjectId, names } = page;
  if (id === embeddedSignerId) return cdpProjectId === null ? null : findEmbedded(cdpProjectId, names.embedded);
  const config = createWalletConfig({ demo: page.demoMode });
  const connector = await announced(config, id);
  return connector ? signerFrom(config, connector, names.injected) : null;
}

async function findEmbedded(projectId: string, name: string): Promise<Signer | null> {
  const { startEmbeddedWallet, embeddedSigner } = await import("./embedded-signer.ts");
  await startEmbeddedWallet(projectId);
  return embeddedSigner(name);
}

/** Wallets announce themselves when they are asked, most at once and some a little later. */
function announced(config: Config, id: string): Promise<Connector | null> {
  const find = (connectors: readonly Connector[]) => connectors.find((connector) => connector.id === id) ?? null;
  const known = find(getConnectors(config));
  if (known) return Promise.resolve(known);
  return new Promise((resolve) => {
    const done = (connector: Connector | null) => {
      clearTimeout(timer);
      stop();
      resolve(connector);
    };
    const timer = setTimeout(() => done(null), announcementMs);
    const stop = watchConnectors(config, {
      onChange: (connectors) => {
        const late = find(connectors);
        if (late) done(late);
      },
    });
  });
}
