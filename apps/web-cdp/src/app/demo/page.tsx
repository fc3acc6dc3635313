import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PersonaGroups } from "#components/demo/PersonaGroups.tsx";
import { PageTitle } from "#components/shell/PageTitle.tsx";
import { readPageSetting } from "#lib/page-setting.ts";
import { env } from "#server/env.ts";
import { messagesFor, wordsOf } from "#words/catalogue.ts";
import { MessagesProvider } from "#words/MessagesProvider.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await readPageSetting();
  return { title: wordsOf(locale, "demo")("title") };
}

/** Only where shops, wallets and orders are made up. */
export default async function DemoPage() {
  const { locale } = await readPageSetting();
  if (!env().demoMode) notFound();
  const t = wordsOf(locale, "demo");
  return (
    <MessagesProvider messages={messagesFor(locale, ["demo"])}>
      <PageTitle title={t("title")} lead={t("lead")} />
      <PersonaGroups />
    </MessagesProvider>
  );
}
