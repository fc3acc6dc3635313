"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { forgetWallet, recallWallet } from "#lib/wallet/used-wallet.ts";

/** Ends the session when the wallet extension moves to another account: a page must not act for one and sign for another. */
export function AccountWatcher({ wallet }: { readonly wallet: string }) {
  const router = useRouter();

  useEffect(() => {
    const connectorId = recallWallet();
    if (connectorId === null) return;
    let stop: (() => void) | null = null;
    let left = false;
    let ending = false;

    async function onSwitched() {
      if (ending) return;
      ending = true;
      try {
        const { endSession } = await import("#lib/wallet/sign-in.ts");
        await endSession();
        forgetWallet();
        router.refresh();
      } catch {
        ending = false;
      }
    }

    import("#lib/wallet/watch-account.ts").then(
      ({ watchAccount }) => {
        if (!left) stop = watchAccount({ connectorId, wallet, onSwitched });
      },
      () => undefined,
    );
    return () => {
      left = true;
      stop?.();
    };
  }, [wallet, router]);

  return null;
}
