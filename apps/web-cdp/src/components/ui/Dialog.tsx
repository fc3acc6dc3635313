"use client";

import { XMarkIcon } from "@heroicons/react/24/outline";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { usePageFacts } from "#components/shell/PageContext.tsx";

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
}

/** A native modal dialog: the browser traps focus, Escape closes it, focus returns to where it was. */
export function Dialog({ open, onClose, title, children }: DialogProps) {
  const { words } = usePageFacts();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      className="m-auto max-h-[min(92dvh,56rem)] w-[min(36rem,calc(100vw-1.5rem))] overflow-y-auto rounded-card text-left font-normal border border-line bg-surface p-0 text-ink shadow-raised"
    >
      {open && (
        <>
          <div className="sticky top-0 z-10 flex items-center justify-between gap-4 border-b border-line bg-surface px-4 py-3 sm:px-6">
            <h2 id={titleId} className="text-base font-semibold">
              {title}
            </h2>
            <button
              type="button"
              onClick={onClose}
              className="-mr-2 grid size-11 cursor-pointer place-items-center rounded-lg hover:bg-subtle"
            >
              <XMarkIcon aria-hidden="true" className="size-5" />
              <span className="sr-only">{words.close}</span>
            </button>
          </div>
          <div className="px-4 py-5 sm:px-6">{children}</div>
        </>
      )}
    </dialog>
  );
}
