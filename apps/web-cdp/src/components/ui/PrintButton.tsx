"use client";

import { PrinterIcon } from "@heroicons/react/20/solid";
import { usePageFacts } from "#components/shell/PageContext.tsx";
import { Button } from "./Button.tsx";

export function PrintButton() {
  const { words } = usePageFacts();
  return (
    <Button variant="secondary" size="sm" className="no-print" onClick={() => window.print()}>
      <PrinterIcon aria-hidden="true" className="size-4" />
      {words.print}
    </Button>
  );
}
