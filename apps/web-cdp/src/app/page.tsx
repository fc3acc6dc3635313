import {
  BanknotesIcon,
  CheckBadgeIcon,
  EyeIcon,
  KeyIcon,
  LockClosedIcon,
  ScaleIcon,
  ShoppingCartIcon,
} from "@heroicons/react/24/outline";
import Link from "next/link";
import type { ComponentType, ReactNode, SVGProps } from "react";
import { SignInPanel } from "#components/sign-in/SignInPanel.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { formatWallet } from "#lib/format.ts";
import { readPageSetting } from "#lib/page-setting.ts";
import { wordsOf } from "#words/catalogue.ts";
import type { Translator } from "#words/translator.ts";

const steps = [
  { code: "wallet", Icon: KeyIcon },
  { code: "connect", Icon: ShoppingCartIcon },
  { code: "score", Icon: ScaleIcon },
] as const;

export default async function HomePage() {
  const { session, locale } = await readPageSetting();
  const t = wordsOf(locale, "home");
  return (
    <div className="space-y-16 pb-4">
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] lg:gap-14">
        <div className="lg:pt-6">
          <h1 className="text-4xl font-semibold tracking-tight sm:text-5xl">{t("title")}</h1>
          <p className="mt-5 max-w-prose text-lg text-ink-soft">{t("lead")}</p>
          <ol className="mt-10 space-y-6">
            {steps.map(({ code, Icon }, index) => (
              <li key={code} className="flex gap-4">
                <span className="grid size-11 shrink-0 place-items-center rounded-full bg-accent-soft text-accent">
                  <Icon aria-hidden="true" className="size-5" />
                </span>
                <div>
                  <h2 className="font-semibold">
                    <span className="text-ink-soft">{index + 1}. </span>
                    {t(`steps.${code}.title`)}
                  </h2>
                  <p className="text-ink-soft">{t(`steps.${code}.text`)}</p>
                </div>
              </li>
            ))}
          </ol>
        </div>
        {session ? (
          <SignedIn wallet={session.wallet} t={t} />
        ) : (
          <SignInPanel title={t("signIn")} lead={t("signInLead")} next="/dashboard" />
        )}
      </div>

      <div className="grid gap-6 md:grid-cols-2">
        <Audience title={t("borrowers.title")} href="/dashboard" action={t("borrowers.action")}>
          <Point Icon={ScaleIcon}>{t("borrowers.points")}</Point>
          <Point Icon={LockClosedIcon}>{t("borrowers.readOnly")}</Point>
          <Point Icon={EyeIcon}>{t("borrowers.looks")}</Point>
        </Audience>
        <Audience title={t("lenders.title")} href="/lender" action={t("lenders.action")}>
          <Point Icon={BanknotesIcon}>{t("lenders.payouts")}</Point>
          <Point Icon={CheckBadgeIcon}>{t("lenders.beside")}</Point>
          <Point Icon={ScaleIcon}>{t("lenders.model")}</Point>
        </Audience>
      </div>
    </div>
  );
}

function SignedIn({ wallet, t }: { readonly wallet: string; readonly t: Translator<"home"> }) {
  return (
    <section
      id="sign-in"
      aria-labelledby="signed-in-title"
      className="rounded-card border border-line bg-surface p-6 shadow-card"
    >
      <h2 id="signed-in-title" className="text-lg font-semibold tracking-tight">
        {t("signedIn")}
      </h2>
      <p className="mt-1 text-sm text-ink-soft">
        {t.rich("signedInAs", { wallet: () => <span className="font-mono">{formatWallet(wallet)}</span> })}
      </p>
      <div className="mt-5 grid gap-3">
        <Link href="/dashboard" prefetch={false} className={buttonClass("primary", "lg")}>
          {t("toDashboard")}
        </Link>
        <Link href="/lender" prefetch={false} className={buttonClass("secondary", "lg")}>
          {t("toLender")}
        </Link>
      </div>
    </section>
  );
}

interface AudienceProps {
  readonly title: string;
  readonly href: string;
  readonly action: string;
  readonly children: ReactNode;
}

function Audience({ title, href, action, children }: AudienceProps) {
  return (
    <section className="flex flex-col rounded-card border border-line bg-surface p-6 shadow-card">
      <h2 className="text-xl font-semibold tracking-tight">{title}</h2>
      <ul className="mt-4 mb-6 space-y-3 text-ink-soft">{children}</ul>
      <Link href={href} prefetch={false} className={`mt-auto self-start ${buttonClass("secondary")}`}>
        {action}
      </Link>
    </section>
  );
}

interface PointProps {
  readonly Icon: ComponentType<SVGProps<SVGSVGElement>>;
  readonly children: ReactNode;
}

function Point({ Icon, children }: PointProps) {
  return (
    <li className="flex gap-3">
      <Icon aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-accent" />
      <span>{children}</span>
    </li>
  );
}
