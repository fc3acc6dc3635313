interface WalletProvider {
  request(request: { method: string }): Promise<unknown>;
  on?(event: string, listener: (accounts: unknown) => void): void;
  removeListener?(event: string, listener: (accounts: unknown) => void): void;
}

interface WatchOptions {
  /** Which wallet to watch, by its EIP-6963 name. */
  readonly connectorId: string;
  /** The session's wallet, lower case. */
  readonly wallet: string;
  readonly onSwitched: () => void;
}

/**
 * Calls `onSwitched` when the wallet that signed in stands on another account than the session's, now or later.
 * A locked wallet lists no account, which says nothing about a switch. Needs no wallet library. Returns the way to stop.
 */
export function watchAccount({ connectorId, wallet, onSwitched }: WatchOptions): () => void {
  const stops: (() => void)[] = [];

  function judge(accounts: unknown) {
    const active = Array.isArray(accounts) ? accounts[0] : undefined;
    if (typeof active === "string" && active.toLowerCase() !== wallet) onSwitched();
  }

  function watch(provider: WalletProvider) {
    provider.on?.("accountsChanged", judge);
    stops.push(() => provider.removeListener?.("accountsChanged", judge));
    provider.request({ method: "eth_accounts" }).then(judge, () => undefined);
  }

  function onAnnounced(event: Event) {
    const detail: unknown = event instanceof CustomEvent ? event.detail : null;
    const announced = announcedWallet(detail);
    if (announced?.rdns === connectorId) watch(announced.provider);
  }

  window.addEventListener("eip6963:announceProvider", onAnnounced);
  stops.push(() => window.removeEventListener("eip6963:announceProvider", onAnnounced));
  window.dispatchEvent(new Event("eip6963:requestProvider"));
  const legacy: unknown = Reflect.get(window, "ethereum");
  if (connectorId === "injected" && isProvider(legacy)) watch(legacy);

  return () => {
    for (const stop of stops) stop();
  };
}

function announcedWallet(detail: unknown): { rdns: string; provider: WalletProvider } | null {
  if (typeof detail !== "object" || detail === null) return null;
  const details: unknown = Reflect.get(detail, "info");
  const provider: unknown = Reflect.get(detail, "provider");
  const rdns: unknown = typeof details === "object" && details !== null ? Reflect.get(details, "rdns") : null;
  return typeof rdns === "string" && isProvider(provider) ? { rdns, provider } : null;
}

function isProvider(value: unknown): value is WalletProvider {
  return typeof value === "object" && value !== null && typeof Reflect.get(value, "request") === "function";
}
