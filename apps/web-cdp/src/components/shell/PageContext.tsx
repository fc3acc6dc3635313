"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Locale } from "#lib/format.ts";

interface PageFacts {
  /** The signed-in wallet, lower case, or null. */
  readonly wallet: string | null;
  readonly locale: Locale;
  readonly demoMode: boolean;
  readonly cdpProjectId: string | null;
}

const PageContext = createContext<PageFacts>({
  wallet: null,
  locale: "en-US",
  demoMode: false,
  cdpProjectId: null,
});

/** What every island of the page may know; set once by the root layout. Holds no secret. */
export function PageContextProvider({ facts, children }: { readonly facts: PageFacts; readonly children: ReactNode }) {
  return <PageContext value={facts}>{children}</PageContext>;
}

export function usePageFacts(): PageFacts {
  return useContext(PageContext);
}
