"use client";

import { useRouter } from "next/navigation";
import type { FormEvent, ReactNode } from "react";

interface KeptChoiceProps {
  /** Of the cookie. */
  readonly name: string;
  /** A choice, made on the server. */
  readonly children: ReactNode;
}

const yearSeconds = 365 * 24 * 3_600;

/** Keeps what is chosen within, and asks the server for the page again. */
export function KeptChoice({ name, children }: KeptChoiceProps) {
  const router = useRouter();

  function keep({ target }: FormEvent) {
    if (!(target instanceof HTMLSelectElement)) return;
    // biome-ignore lint/suspicious/noDocumentCookie: the store that the rule prefers is missing from Firefox and Safari before 18
    document.cookie = `${name}=${target.value}; path=/; max-age=${yearSeconds}; samesite=lax; secure`;
    router.refresh();
  }

  return <div onChange={keep}>{children}</div>;
}
