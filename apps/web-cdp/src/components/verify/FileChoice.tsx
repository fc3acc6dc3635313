"use client";

import { useRef } from "react";
import { Button } from "#components/ui/Button.tsx";

interface FileChoiceProps {
  readonly label: string;
  readonly onFile: (file: File | undefined) => void;
}

/** A button that opens the system's file choice. */
export function FileChoice({ label, onFile }: FileChoiceProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant="secondary" onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        aria-label={label}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          onFile(file);
          // The same file can then be chosen again.
          event.target.value = "";
        }}
      />
    </>
  );
}
