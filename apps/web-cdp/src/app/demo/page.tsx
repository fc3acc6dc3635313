import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { demoWords as words } from "#components/demo/demo-words.ts";
import { PersonaGroups } from "#components/demo/PersonaGroups.tsx";
import { PageTitle } from "#components/shell/PageTitle.tsx";
import { readPageSetting } from "#lib/page-setting.ts";
import { env } from "#server/env.ts";

export const metadata: Metadata = { title: words.title };

/** Only where shops, wallets and orders are made up. */
export default async function DemoPage() {
  await readPageSetting();
  if (!env().demoMode) notFound();
  return (
    <>
      <PageTitle title={words.title} lead={words.lead} />
      <PersonaGroups />
    </>
  );
}
