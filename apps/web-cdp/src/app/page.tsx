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

const steps = [
  {
    title: "Sign in with a wallet",
    text: "One signature proves the wallet is yours. It is free and moves nothing.",
    Icon: KeyIcon,
  },
  {
    title: "Connect TikTok Shop",
    text: "Approve at TikTok. We read the last 90 days: orders, refunds, payouts, commissions.",
    Icon: ShoppingCartIcon,
  },
  {
    title: "See your score, share it if you like",
    text: "Every point is explained. You choose the lender, how much they see, and until when.",
    Icon: ScaleIcon,
  },
] as const;

export default async function HomePage() {
  const { session } = await readPageSetting();
  return (
    <div className="space-y-16 pb-4">
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] lg:gap-14">
        <div className="lg:pt-6">
          <h1 className="text-4xl font-semibold tracking-tight sm:text-5xl">
            A credit score from what you really sell
          </h1>
          <p className="mt-5 max-w-prose text-lg text-ink-soft">
            LendFriend turns 90 days of TikTok Shop sales or commissions into a score out of 100, shows where every
            point comes from, and lets you share it with the lender you choose.
          </p>
          <ol className="mt-10 space-y-6">
            {steps.map(({ title, text, Icon }, index) => (
              <li key={title} className="flex gap-4">
                <span className="grid size-11 shrink-0 place-items-center rounded-full bg-accent-soft text-accent">
                  <Icon aria-hidden="true" className="size-5" />
                </span>
                <div>
                  <h2 className="font-semibold">
                    <span className="text-ink-soft">{index + 1}. </span>
                    {title}
                  </h2>
                  <p className="text-ink-soft">{text}</p>
                </div>
              </li>
            ))}
          </ol>
        </div>
        {session ? (
          <SignedIn wallet={session.wallet} />
        ) : (
          <SignInPanel
            title="Sign in"
            lead="Borrowers and lenders sign in the same way: with a wallet, and nothing to remember."
            next="/dashboard"
          />
        )}
      </div>

      <div className="grid gap-6 md:grid-cols-2">
        <Audience title="For borrowers" href="/dashboard" action="Open the borrower dashboard">
          <Point Icon={ScaleIcon}>Four factors, sixteen items, each with its points, your figure and the reason.</Point>
          <Point Icon={LockClosedIcon}>Read-only. Buyers’ details are dropped before anything is stored.</Point>
          <Point Icon={EyeIcon}>You see who looked and when. Revoke a share and it ends at once.</Point>
        </Audience>
        <Audience title="For lenders" href="/lender" action="Open the lender view">
          <Point Icon={BanknotesIcon}>
            Sales checked against the platform’s own payouts, not against a spreadsheet.
          </Point>
          <Point Icon={CheckBadgeIcon}>Confidence, integrity, freshness and a decline alert beside every score.</Point>
          <Point Icon={ScaleIcon}>
            One versioned model with a published hash. It describes sales and is not calibrated to default risk.
          </Point>
        </Audience>
      </div>
    </div>
  );
}

function SignedIn({ wallet }: { readonly wallet: string }) {
  return (
    <section
      id="sign-in"
      aria-labelledby="signed-in-title"
      className="rounded-card border border-line bg-surface p-6 shadow-card"
    >
      <h2 id="signed-in-title" className="text-lg font-semibold tracking-tight">
        You are signed in
      </h2>
      <p className="mt-1 text-sm text-ink-soft">
        as <span className="font-mono">{formatWallet(wallet)}</span>. Where to?
      </p>
      <div className="mt-5 grid gap-3">
        <Link href="/dashboard" prefetch={false} className={buttonClass("primary", "lg")}>
          My borrower dashboard
        </Link>
        <Link href="/lender" prefetch={false} className={buttonClass("secondary", "lg")}>
          Scores shared with me
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
