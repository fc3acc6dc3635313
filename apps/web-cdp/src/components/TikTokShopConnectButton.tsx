"use client";

import { ShoppingCartIcon } from "@heroicons/react/24/outline";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useId, useState } from "react";
import { useWords } from "#words/use-words.ts";
import { ConsentDialog } from "./connections/ConsentDialog.tsx";
import { type ConnectionFailure, readConnectReturn, withoutConnectReturn } from "./connections/connect-return.ts";
import { useStartConnection } from "./connections/use-start-connection.ts";
import { usePageFacts } from "./shell/PageContext.tsx";
import { Spinner } from "./ui/Spinner.tsx";

interface TikTokShopConnectButtonProps {
  /** Called once when the person comes back from TikTok with an account connected. */
  readonly onConnectionSuccess?: () => void;
  /** Called once when the person comes back without one. */
  readonly onConnectionError?: (failure: ConnectionFailure) => void;
  readonly size?: "sm" | "md" | "lg";
}

const sizes = {
  sm: { button: "min-h-11 px-4 text-sm", icon: "size-4" },
  md: { button: "min-h-12 px-5 text-sm", icon: "size-5" },
  lg: { button: "min-h-14 px-7 text-base", icon: "size-6" },
} as const;

/**
 * Opens the consent panel, then sends the whole page to TikTok (never a popup, which phones and blockers refuse).
 * It also ends the journey: on return it reports the outcome that the address carries, and cleans the address.
 */
export function TikTokShopConnectButton({
  onConnectionSuccess,
  onConnectionError,
  size = "md",
}: TikTokShopConnectButtonProps) {
  const { wallet } = usePageFacts();
  const t = useWords("connections");
  const router = useRouter();
  const { state, start, reset } = useStartConnection();
  const [open, setOpen] = useState(false);
  const reasonId = useId();
  const leaving = state.step === "starting" || state.step === "leaving";

  const report = useEffectEvent(() => {
    const outcome = readConnectReturn(new URLSearchParams(window.location.search));
    if (outcome === null) return;
    // By the router: an address changed behind its back would come back with its next refresh.
    router.replace(withoutConnectReturn(new URL(window.location.href)), { scroll: false });
    if (outcome.outcome === "connected") onConnectionSuccess?.();
    else onConnectionError?.(outcome.error);
  });

  useEffect(() => report(), []);

  return (
    <div className="inline-flex max-w-full flex-col items-start gap-2">
      <button
        type="button"
        aria-disabled={wallet === null || leaving || undefined}
        aria-busy={leaving || undefined}
        aria-haspopup="dialog"
        aria-describedby={wallet === null ? reasonId : undefined}
        onClick={wallet === null || leaving ? undefined : () => setOpen(true)}
        className={`inline-flex cursor-pointer items-center justify-center gap-2.5 rounded-lg border border-white/30 bg-tiktok font-semibold text-on-tiktok transition-colors hover:bg-[#262626] aria-disabled:cursor-not-allowed aria-disabled:bg-[#4a4a4a] ${sizes[size].button}`}
      >
        {leaving ? (
          <Spinner className={sizes[size].icon} />
        ) : (
          <ShoppingCartIcon aria-hidden="true" className={`shrink-0 ${sizes[size].icon}`} />
        )}
        {t(leaving ? "opening" : "connect")}
      </button>
      {wallet === null && (
        <p id={reasonId} className="text-sm text-ink-soft">
          {t("needsWallet")}{" "}
          <Link href="/#sign-in" className="font-medium text-accent underline underline-offset-2">
            {t("signIn")}
          </Link>
        </p>
      )}
      <ConsentDialog
        open={open}
        state={state}
        onStart={start}
        onClose={() => {
          setOpen(false);
          reset();
        }}
      />
    </div>
  );
}
