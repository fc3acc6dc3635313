import { Spinner } from "#components/ui/Spinner.tsx";
import { readPageSetting } from "#lib/page-setting.ts";
import { messagesFor, wordsOf } from "#words/catalogue.ts";
import { MessagesProvider } from "#words/MessagesProvider.tsx";
import { WalletPart } from "./WalletPart.tsx";

interface SignInPanelProps {
  readonly title: string;
  readonly lead: string;
  /** Where to go once signed in; by default the page that asked stays. */
  readonly next?: string;
}

/** Sign in with a wallet: choose, sign one message, done. */
export async function SignInPanel({ title, lead, next }: SignInPanelProps) {
  const { locale } = await readPageSetting();
  const t = wordsOf(locale, "signIn");
  return (
    <section
      id="sign-in"
      aria-labelledby="sign-in-title"
      className="scroll-mt-6 rounded-card border border-line bg-surface p-4 shadow-card sm:p-6"
    >
      <h2 id="sign-in-title" className="text-lg font-semibold tracking-tight">
        {title}
      </h2>
      <p className="mt-1 mb-4 text-sm text-ink-soft">{lead}</p>
      <div className="min-h-68 sm:min-h-56">
        <MessagesProvider messages={messagesFor(locale, ["signIn"])}>
          <WalletPart
            next={next ?? null}
            waiting={
              <p className="flex items-center gap-2 text-sm text-ink-soft">
                <Spinner />
                {t("looking")}
              </p>
            }
            failed={
              <p role="alert" className="text-sm text-danger">
                {t("notLoaded")}
              </p>
            }
          />
        </MessagesProvider>
      </div>
      <noscript>
        <p className="text-sm text-danger">{t("needsScript")}</p>
      </noscript>
    </section>
  );
}
