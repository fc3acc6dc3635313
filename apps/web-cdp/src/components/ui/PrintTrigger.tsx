"use client";

import type { ReactNode } from "react";
import { usePageFacts } from "#components/shell/PageContext.tsx";
import { Button } from "./Button.tsx";

/** The part of `PrintButton` that needs the browser. */
export function PrintTrigger({ icon }: { readonly icon: ReactNode }) {
  const { words } = usePageFacts();
  return (
    <Button variant="secondary" size="sm" className="no-print" onClick={() => window.print()}>
      {icon}
      {words.print}
    </Button>
  );
}
