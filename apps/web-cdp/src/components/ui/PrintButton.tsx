"use client";

import { PrinterIcon } from "@heroicons/react/20/solid";
import { Button } from "./Button.tsx";

export function PrintButton() {
  return (
    <Button variant="secondary" size="sm" onClick={() => window.print()}>
      <PrinterIcon aria-hidden="true" className="size-4" />
      Print or save as PDF
    </Button>
  );
}
