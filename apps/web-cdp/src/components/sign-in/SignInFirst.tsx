import { PageTitle } from "#components/shell/PageTitle.tsx";
import { readPageSetting } from "#lib/page-setting.ts";
import { wordsOf } from "#words/catalogue.ts";
import { SignInPanel } from "./SignInPanel.tsx";

interface SignInFirstProps {
  readonly title: string;
  readonly lead: string;
  readonly ask?: string;
  readonly askLead?: string;
}

/** What a page is, and the way to sign in, for somebody who is not. */
export async function SignInFirst({ title, lead, ask, askLead }: SignInFirstProps) {
  const { locale } = await readPageSetting();
  const t = wordsOf(locale, "shell");
  return (
    <div className="mx-auto max-w-xl">
      <PageTitle title={title} lead={lead} />
      <SignInPanel title={ask ?? t("signInFirst")} lead={askLead ?? t("signInFirstLead")} />
    </div>
  );
}
