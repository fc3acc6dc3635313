"use client";

import { type ReactNode, useEffect, useState } from "react";
import { usePageFacts } from "#components/shell/PageContext.tsx";
import type { WalletChoices } from "./WalletChoices.tsx";

interface WalletPartProps {
  readonly next: string | null;
  readonly waiting: ReactNode;
  readonly failed: ReactNode;
}

/** Wallet code comes after the page is drawn, so that no page pays for it at first load. */
export function WalletPart({ next, waiting, failed }: WalletPartProps) {
  const { demoMode, cdpProjectId } = usePageFacts();
  const [Choices, setChoices] = useState<typeof WalletChoices | null>(null);
  const [isBroken, setIsBroken] = useState(false);

  useEffect(() => {
    let here = true;
    import("./WalletChoices.tsx").then(
      (module) => here && setChoices(() => module.WalletChoices),
      () => here && setIsBroken(true),
    );
    return () => {
      here = false;
    };
  }, []);

  if (Choices) return <Choices demoMode={demoMode} cdpProjectId={cdpProjectId} next={next} />;
  return isBroken ? failed : waiting;
}
