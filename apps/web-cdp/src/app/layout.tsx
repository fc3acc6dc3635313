import "./globals.css";
import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import type { ReactNode } from "react";
import { AccountWatcher } from "#components/shell/AccountWatcher.tsx";
import { PageContextProvider } from "#components/shell/PageContext.tsx";
import { SandboxBanner } from "#components/shell/SandboxBanner.tsx";
import { SiteFooter } from "#components/shell/SiteFooter.tsx";
import { SiteHeader } from "#components/shell/SiteHeader.tsx";
import { readPageSetting } from "#lib/page-setting.ts";
import { env } from "#server/env.ts";

const inter = localFont({
  src: "../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  variable: "--font-inter",
  weight: "100 900",
  display: "swap",
});

export const metadata: Metadata = {
  title: { default: "LendFriend: a credit score from real sales", template: "%s · LendFriend" },
  description:
    "Connect a TikTok Shop account, see 90 days of sales turned into a score with every point explained, and share it with the lender you choose.",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#141b21" },
  ],
};

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const { session, locale } = await readPageSetting();
  const { demoMode, cdpProjectId } = env();
  const wallet = session?.wallet ?? null;
  return (
    <html lang={locale} className={inter.variable}>
      <body className="flex min-h-dvh flex-col">
        <a
          href="#main"
          className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-lg focus:bg-surface focus:px-4 focus:py-3 focus:font-semibold focus:shadow-raised"
        >
          Skip to the content
        </a>
        <PageContextProvider facts={{ wallet, locale, demoMode, cdpProjectId }}>
          {demoMode && <SandboxBanner />}
          <SiteHeader wallet={wallet} />
          {wallet && <AccountWatcher wallet={wallet} />}
          <main
            id="main"
            tabIndex={-1}
            className="mx-auto w-full max-w-6xl flex-1 px-4 pt-6 outline-none sm:px-6 sm:pt-10"
          >
            {children}
          </main>
          <SiteFooter />
        </PageContextProvider>
      </body>
    </html>
  );
}
