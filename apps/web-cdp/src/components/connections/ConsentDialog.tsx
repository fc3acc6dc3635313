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
import { useWords } from "#words/use-words.ts";
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
  const t = useWords("connections");
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={reconnecting ? t("consent.again", { name: reconnecting.name }) : t("consent.title")}
    >
      <ConsentForm state={state} reconnecting={reconnecting} onStart={onStart} onClose={onClose} />
    </Dialog>
  );
}

const nevers = ["neverPost", "neverPay", "neverBuyers", "neverSell"] as const;
const terms = ["who", "long", "back"] as const;

function ConsentForm({
  state,
  reconnecting,
  onStart,
  onClose,
}: Omit<ConsentDialogProps, "open" | "reconnecting"> & {
  readonly reconnecting: ConsentDialogProps["reconnecting"] | undefined;
}) {
  const { locale, words } = usePageFacts();
  const t = useWords("connections");
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
          legend={t("consent.kind")}
          name="account"
          value={account}
          onChange={setAccount}
          choices={[
            { value: "seller", label: t("consent.seller"), hint: t("consent.sellerHint") },
            { value: "creator", label: t("consent.creator"), hint: t("consent.creatorHint") },
          ]}
        />
      )}
      <RadioCards
        legend={t("consent.market")}
        name="market"
        value={market}
        onChange={setMarket}
        choices={[
          { value: "US", label: t("consent.us"), hint: t("consent.usHint") },
          {
            value: "ROW",
            label: t("consent.row"),
            hint: marketNames(locale, "US").join(", "),
          },
        ]}
      />
      {account === "creator" && market === "ROW" && (
        <Notice title={t("consent.creatorsRow")}>
          <p>{t("consent.creatorsRowText")}</p>
        </Notice>
      )}

      <section aria-labelledby="consent-read">
        <h3 id="consent-read" className="font-semibold">
          {t("consent.reads")}
        </h3>
        <ul className="mt-2 space-y-2.5">
          {askedScopes(t, account).map(({ scope, text }) => (
            <li key={scope} className="flex gap-2.5 text-sm">
              <CheckIcon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-positive" />
              <span className="text-ink-soft">
                {t.rich("consent.permission", {
                  label: text.label,
                  why: text.why,
                  name: (words) => <span className="font-medium text-ink">{words}</span>,
                })}
                <code className="block font-mono text-xs break-all">{scope}</code>
              </span>
            </li>
          ))}
        </ul>
        <p className="mt-2 text-sm text-ink-soft">{t("consent.span")}</p>
      </section>

      <section aria-labelledby="consent-never">
        <h3 id="consent-never" className="font-semibold">
          {t("consent.never")}
        </h3>
        <ul className="mt-2 space-y-2 text-sm">
          {nevers.map((line) => (
            <li key={line} className="flex gap-2.5">
              <NoSymbolIcon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-ink-soft" />
              {t(`consent.${line}`)}
            </li>
          ))}
        </ul>
      </section>

      <dl className="space-y-3 text-sm">
        {terms.map((term) => (
          <div key={term}>
            <dt className="font-semibold">{t(`consent.${term}`)}</dt>
            <dd className="text-ink-soft">{t(`consent.${term}Text`)}</dd>
          </div>
        ))}
      </dl>

      {state.step === "failed" && (
        <ErrorNotice
          title={state.failure.text}
          reference={state.failure.reference}
          actions={
            state.failure.signedOut && (
              <Button variant="secondary" size="sm" onClick={() => router.refresh()}>
                {t("start.signIn")}
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
          {busy ? t("opening") : state.step === "failed" ? words.tryAgain : t("consent.continue")}
        </button>
        <Button variant="quiet" onClick={onClose}>
          {t("cancel")}
        </Button>
        <span role="status" className="sr-only">
          {busy ? t("opening") : ""}
        </span>
      </div>
    </form>
  );
}
