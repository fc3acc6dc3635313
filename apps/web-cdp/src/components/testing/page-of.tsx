import { AppRouterContext, type AppRouterInstance } from "next/dist/shared/lib/app-router-context.shared-runtime";
import type { ReactNode } from "react";
import { PageContextProvider } from "#components/shell/PageContext.tsx";
import { defaultLocale, type Locale } from "#lib/format.ts";
import { catalogue, messagesFor } from "#words/catalogue.ts";
import { MessagesProvider } from "#words/MessagesProvider.tsx";
import type { Namespace } from "#words/translator.ts";

interface PageOfProps {
  readonly wallet?: string | null;
  readonly locale?: Locale;
  readonly children: ReactNode;
}

const namespaces = Object.keys(catalogue.en) as Namespace[];

const ignore = () => undefined;

/** Rendering to text navigates nowhere; Next asks for a router all the same. */
const unusedRouter: AppRouterInstance = {
  back: ignore,
  forward: ignore,
  refresh: ignore,
  push: ignore,
  replace: ignore,
  prefetch: ignore,
  bfcacheId: "0",
};

/** What the layouts put around a component, for a wallet that is signed in, or null. */
export function PageOf({ wallet = null, locale = defaultLocale, children }: PageOfProps) {
  const messages = messagesFor(locale, namespaces);
  const facts = { wallet, locale, demoMode: false, cdpProjectId: null, words: messages.shell.island } as const;
  return (
    <AppRouterContext value={unusedRouter}>
      <PageContextProvider facts={facts}>
        <MessagesProvider messages={messages}>{children}</MessagesProvider>
      </PageContextProvider>
    </AppRouterContext>
  );
}
