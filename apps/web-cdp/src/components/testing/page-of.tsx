import type { ReactNode } from "react";
import { PageContextProvider } from "#components/shell/PageContext.tsx";
import { en } from "#messages/en/index.ts";

/** What the root layout puts around a component, for a wallet that is signed in, or null. */
export function PageOf({ wallet = null, children }: { readonly wallet?: string | null; readonly children: ReactNode }) {
  const facts = { wallet, locale: "en-US", demoMode: false, cdpProjectId: null, words: en.shell.island } as const;
  return <PageContextProvider facts={facts}>{children}</PageContextProvider>;
}
