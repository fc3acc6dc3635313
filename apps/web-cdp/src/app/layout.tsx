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
import { messagesFor, wordsOf } from "#words/catalogue.ts";
import { MessagesProvider } from "#words/MessagesProvider.tsx";

/** Preloaded; where it still comes too late it waits for the next page: swapped in, it would move lines that are being read. */
const inter = localFont({
  src: "../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  variable: "--font-inter",
  weight: "100 900",
  display: "optional",
});

/** The letters that only Vietnamese needs, fetched where they occur. */
const interVietnamese = localFont({
  src: "../../node_modules/@fontsource-variable/inter/files/inter-vietnamese-wght-normal.woff2",
  variable: "--font-vietnamese",
  weight: "100 900",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0102-0103, U+0110-0111, U+0128-0129, U+0168-0169, U+01A0-01A1, U+01AF-01B0, U+0300-0301, U+0303-0304, U+0308-0309, U+0323, U+0329, U+1EA0-1EF9, U+20AB",
    },
  ],
});

const notoThai = localFont({
  src: "../../node_modules/@fontsource-variable/noto-sans-thai/files/noto-sans-thai-thai-wght-normal.woff2",
  variable: "--font-thai",
  weight: "100 900",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: "unicode-range", value: "U+0E01-0E5B" }],
});

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await readPageSetting();
  const t = wordsOf(locale, "shell");
  return {
    title: { default: t("title"), template: "%s · LendFriend" },
    description: t("description"),
  };
}

const barColors = { light: "#ffffff", dark: "#141b21" } as const;

export async function generateViewport(): Promise<Viewport> {
  const { theme } = await readPageSetting();
  const shared = { width: "device-width", initialScale: 1 };
  if (theme !== "system") return { ...shared, colorScheme: theme, themeColor: barColors[theme] };
  return {
    ...shared,
    colorScheme: "light dark",
    themeColor: [
      { media: "(prefers-color-scheme: light)", color: barColors.light },
      { media: "(prefers-color-scheme: dark)", color: barColors.dark },
    ],
  };
}

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const { session, locale, theme } = await readPageSetting();
  const { demoMode, cdpProjectId } = env();
  const wallet = session?.wallet ?? null;
  const t = wordsOf(locale, "shell");
  const { island: words } = messagesFor(locale, ["shell"]).shell;
  const messages = messagesFor(locale, ["failures"]);
  return (
    <html
      lang={locale}
      data-theme={theme === "system" ? undefined : theme}
      className={`${inter.variable} ${interVietnamese.variable} ${notoThai.variable}`}
    >
      <head>
        {/* Nothing is drawn before the footer has arrived: a page drawn in parts moves as the next part comes. */}
        <link rel="expect" href="#page-end" blocking="render" />
      </head>
      <body className="flex min-h-dvh flex-col">
        <a
          href="#main"
          className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-lg focus:bg-surface focus:px-4 focus:py-3 focus:font-semibold focus:shadow-raised"
        >
          {t("skip")}
        </a>
        <PageContextProvider facts={{ wallet, locale, demoMode, cdpProjectId, words }}>
          <MessagesProvider messages={messages}>
            {demoMode && <SandboxBanner t={t} />}
            <SiteHeader wallet={wallet} t={t} />
            {wallet && <AccountWatcher wallet={wallet} />}
            <main
              id="main"
              tabIndex={-1}
              className="mx-auto w-full max-w-6xl flex-1 px-4 pt-6 outline-none sm:px-6 sm:pt-10"
            >
              {children}
            </main>
            <SiteFooter locale={locale} theme={theme} t={t} />
            {/* Of its own: Chromium waits for the start of what it expects, not for its end. */}
            <span id="page-end" hidden />
          </MessagesProvider>
        </PageContextProvider>
      </body>
    </html>
  );
}
