"use client";

import { createContext, type ReactNode, useContext } from "react";

const ConsentTextContext = createContext<string | null>(null);

interface ConsentTextProviderProps {
  readonly hash: string;
  readonly children: ReactNode;
}

/** Tells the islands within which text their consent panel shows, so that a consent can be kept with what was read. */
export function ConsentTextProvider({ hash, children }: ConsentTextProviderProps) {
  return <ConsentTextContext value={hash}>{children}</ConsentTextContext>;
}

/** Hash of the text that the consent panel shows; null where no page has said. */
export function useConsentText(): string | null {
  return useContext(ConsentTextContext);
}
