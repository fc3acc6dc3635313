"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/Button.tsx";
import { forgetWallet } from "#lib/wallet/used-wallet.ts";
import { usePageFacts } from "./PageContext.tsx";

export function SignOutButton() {
  const router = useRouter();
  const { words } = usePageFacts();
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");

  async function signOut() {
    setState("busy");
    try {
      const { endSession } = await import("#lib/wallet/sign-in.ts");
      await endSession();
      forgetWallet();
      router.refresh();
      setState("idle");
    } catch {
      setState("failed");
    }
  }

  return (
    <>
      <Button variant="secondary" size="sm" busy={state === "busy"} onClick={signOut}>
        {words.signOut}
      </Button>
      <span role="alert" className="sr-only">
        {state === "failed" && words.signOutFailed}
      </span>
    </>
  );
}
