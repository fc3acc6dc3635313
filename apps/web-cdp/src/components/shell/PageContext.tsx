"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Locale } from "#lib/format.ts";
import type { Messages, PlainMessages } from "#words/translator.ts";

interface PageFacts {
  /** The signed-in wallet, lower case, or null. */
  readonly wallet: string | null;
  readonly locale: Locale;
  readonly demoMode: boolean;
  readonly cdpProjectId: string | null;
  /** Words of islands that are on many pages. */
  readonly words: IslandWords;
}

export type IslandWords = PlainMessages<Messages["shell"]["island"]>;

const PageContext = createContext<PageFacts | null>(null);

/** What every island of the page may know; set once by the root layout. Holds no secret. */
export function PageContextProvider({ facts, children }: { readonly facts: PageFacts; readonly children: ReactNode }) {
  return <PageContext value={facts}>{children}</PageContext>;
}

export function usePageFacts(): PageFacts {
  const facts = useContext(PageContext);
  if (facts === null) throw new Error("The root layout provides the facts of a page.");
  return facts;
}
