"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { endSession } from "#lib/wallet/sign-in.ts";
import { forgetWallet, recallWallet } from "#lib/wallet/used-wallet.ts";
import { watchAccount } from "#lib/wallet/watch-account.ts";

/** Ends the session when the wallet extension moves to another account: a page must not act for one and sign for another. */
export function AccountWatcher({ wallet }: { readonly wallet: string }) {
  const router = useRouter();

  useEffect(() => {
    const connectorId = recallWallet();
    if (connectorId === null) return;
    let ended = false;
    return watchAccount({
      connectorId,
      wallet,
      onSwitched: () => {
        if (ended) return;
        ended = true;
        endSession().then(
          () => {
            forgetWallet();
            router.refresh();
          },
          () => {
            ended = false;
          },
        );
      },
    });
  }, [wallet, router]);

  return null;
}
