"use client";

import { CheckIcon, NoSymbolIcon } from "@heroicons/react/20/solid";
import type { AccountKind, Market } from "@lendfriend/connector";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { usePageFacts } from "#components/shell/PageContext.tsx";
import { Button } from "#components/ui/Button.tsx";
import { Dialog } from "#components/ui/Dialog.tsx";
import { ErrorNotice } from "#components/ui/ErrorNotice.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { marketNames } from "./connection-errors.ts";
import { RadioCards } from "./RadioCards.tsx";
import { askedScopes } from "./scopes.ts";
import type { StartState } from "./use-start-connection.ts";

interface ConsentDialogProps {
  readonly open: boolean;
  readonly state: StartState;
  /** Set when the same account is being connected again: its kind cannot change. */
  readonly reconnecting?: { readonly account: AccountKind; readonly market: Market; readonly name: string };
  readonly onStart: (account: AccountKind, market: Market) => void;
  readonly onClose: () => void;
}

/** What will be read and why, before the person leaves for TikTok. */
export function ConsentDialog({ open, state, reconnecting, onStart, onClose }: ConsentDialogProps) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={reconnecting ? `Reconnect ${reconnecting.name}` : "Before you connect TikTok Shop"}
    >
      <ConsentForm state={state} reconnecting={reconnecting} onStart={onStart} onClose={onClose} />
    </Dialog>
  );
}

function ConsentForm({
  state,
  reconnecting,
  onStart,
  onClose,
}: Omit<ConsentDialogProps, "open" | "reconnecting"> & {
  readonly reconnecting: ConsentDialogProps["reconnecting"] | undefined;
}) {
  const { locale } = usePageFacts();
  const router = useRouter();
  const [account, setAccount] = useState<AccountKind>(reconnecting?.account ?? "seller");
  const [market, setMarket] = useState<Market>(reconnecting?.market ?? "US");
  const busy = state.step === "starting" || state.step === "leaving";

  function submit(event: FormEvent) {
    event.preventDefault();
    onStart(account, market);
  }

  return (
    <form onSubmit={submit} className="space-y-6">
      {!reconnecting && (
        <RadioCards
          legend="What do you have on TikTok Shop?"
          name="account"
          value={account}
          onChange={setAccount}
          choices={[
            { value: "seller", label: "A shop", hint: "You sell products: orders, refunds and payouts count." },
            { value: "creator", label: "A creator account", hint: "You earn commissions on other people’s products." },
          ]}
        />
      )}
      <RadioCards
        legend="Where is the account?"
        name="market"
        value={market}
        onChange={setMarket}
        choices={[
          { value: "US", label: "United States", hint: "TikTok keeps US accounts apart." },
          {
            value: "ROW",
            label: "Rest of the world",
            hint: marketNames(locale, "US").join(", "),
          },
        ]}
      />
      {account === "creator" && market === "ROW" && (
        <Notice title="Creators in the United Kingdom and the European Union">
          <p>TikTok gives no commission figures to apps there. If you also run a shop, connect the shop instead.</p>
        </Notice>
      )}

      <section aria-labelledby="consent-read">
        <h3 id="consent-read" className="font-semibold">
          What we read, and why
        </h3>
        <ul className="mt-2 space-y-2.5">
          {askedScopes(account).map(({ scope, text }) => (
            <li key={scope} className="flex gap-2.5 text-sm">
              <CheckIcon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-positive" />
              <span>
                <span className="font-medium">{text.label}.</span> <span className="text-ink-soft">{text.why}</span>{" "}
                <code className="block font-mono text-xs break-all text-ink-soft">{scope}</code>
              </span>
            </li>
          ))}
        </ul>
        <p className="mt-2 text-sm text-ink-soft">The last 90 days, and the date of your first sale.</p>
      </section>

      <section aria-labelledby="consent-never">
        <h3 id="consent-never" className="font-semibold">
          What we never do
        </h3>
        <ul className="mt-2 space-y-2 text-sm">
          {[
            "Post, message, or change anything in your shop or account.",
            "Move money or change your payout account.",
            "Keep buyers’ names, addresses, phone numbers or messages.",
            "Sell your data, or show it to anybody you did not choose.",
          ].map((line) => (
            <li key={line} className="flex gap-2.5">
              <NoSymbolIcon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-ink-soft" />
              {line}
            </li>
          ))}
        </ul>
      </section>

      <dl className="space-y-3 text-sm">
        <div>
          <dt className="font-semibold">Who sees it</dt>
          <dd className="text-ink-soft">
            Only you, until you share your score with a lender. You choose the lender, how much they see, and until
            when.
          </dd>
        </div>
        <div>
          <dt className="font-semibold">For how long</dt>
          <dd className="text-ink-soft">
            Until TikTok’s authorisation ends or you take it back. We warn you 30 days before it ends.
          </dd>
        </div>
        <div>
          <dt className="font-semibold">How to take it back</dt>
          <dd className="text-ink-soft">
            Disconnect on your dashboard, with or without deleting what was imported, or remove the app at TikTok.
          </dd>
        </div>
      </dl>

      {state.step === "failed" && (
        <ErrorNotice
          title={state.failure.text}
          reference={state.failure.reference}
          actions={
            state.failure.signedOut && (
              <Button variant="secondary" size="sm" onClick={() => router.refresh()}>
                Sign in again
              </Button>
            )
          }
        />
      )}

      <div className="sticky bottom-0 -mx-4 -mb-5 flex flex-wrap items-center gap-2 border-t border-line bg-surface px-4 py-4 sm:-mx-6 sm:px-6">
        <button
          type={busy ? "button" : "submit"}
          aria-disabled={busy || undefined}
          className="inline-flex min-h-12 flex-1 cursor-pointer items-center justify-center rounded-lg border border-white/30 bg-tiktok px-5 text-sm font-semibold text-on-tiktok hover:bg-[#262626] aria-disabled:cursor-not-allowed"
        >
          {busy ? "Opening TikTok…" : state.step === "failed" ? "Try again" : "Continue to TikTok Shop"}
        </button>
        <Button variant="quiet" onClick={onClose}>
          Cancel
        </Button>
        <span role="status" className="sr-only">
          {busy ? "Opening TikTok" : ""}
        </span>
      </div>
    </form>
  );
}
