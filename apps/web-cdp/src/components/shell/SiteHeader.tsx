import Link from "next/link";
import { buttonClass } from "#components/ui/button-class.ts";
import { formatWallet } from "#lib/format.ts";
import type { Translator } from "#words/translator.ts";
import { Mark } from "./Mark.tsx";
import { NavLinks } from "./NavLinks.tsx";
import { SignOutButton } from "./SignOutButton.tsx";

const wayClass =
  "relative flex min-h-11 items-center rounded-lg px-2.5 text-sm font-medium text-ink-soft hover:bg-subtle hover:text-ink " +
  "aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent sm:px-3";

interface SiteHeaderProps {
  readonly wallet: string | null;
  readonly t: Translator<"shell">;
}

export function SiteHeader({ wallet, t }: SiteHeaderProps) {
  const places = [
    { href: "/dashboard", label: t("dashboard"), short: t("dashboardShort") },
    { href: "/lender", label: t("lender"), short: t("lender") },
  ];
  return (
    <header className="no-print border-b border-line bg-surface">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-2 gap-y-1 px-4 py-2 sm:gap-x-4 sm:px-6">
        <Link href="/" className="flex min-h-11 items-center gap-2.5 rounded-lg pr-1 font-semibold tracking-tight">
          <Mark />
          LendFriend
        </Link>
        <div className="order-last -mx-2.5 w-full sm:order-none sm:mx-0 sm:w-auto">
          <NavLinks label={t("main")} linkClass={wayClass} places={places} />
        </div>
        <div className="ml-auto flex items-center gap-2 sm:gap-3">
          {wallet ? (
            <>
              <span className="flex items-center gap-2 text-sm text-ink-soft">
                <span aria-hidden="true" className="size-2 rounded-full bg-positive max-[24rem]:hidden" />
                <span className="sr-only">{t("signedInAs")} </span>
                <span className="font-mono text-xs sm:text-sm" title={wallet}>
                  {formatWallet(wallet)}
                </span>
              </span>
              <SignOutButton />
            </>
          ) : (
            <Link href="/#sign-in" className={buttonClass("secondary", "sm")}>
              {t("signIn")}
            </Link>
          )}
        </div>
      </div>
    </header>
  );
}
