"use client";

import { type FormEvent, useState } from "react";
import { useLive } from "#components/live/LiveProvider.tsx";
import { ConfirmationFoot } from "#components/security/ConfirmationFoot.tsx";
import { useConfirmedAct } from "#components/security/use-confirmed-act.ts";
import { Button } from "#components/ui/Button.tsx";
import { Dialog } from "#components/ui/Dialog.tsx";
import { Field, inputClass } from "#components/ui/Field.tsx";
import { callApi } from "#lib/call-api.ts";
import { forgetWallet } from "#lib/wallet/used-wallet.ts";
import { useWords } from "#words/use-words.ts";
import { DeletionProgress } from "./DeletionProgress.tsx";
import { deleteConfirmation, isConfirmed } from "./is-confirmed.ts";

/** Deletes the account after the person has typed that they want it, and shows how far it is. */
export function DeleteAccount() {
  const t = useWords("account");
  const [open, setOpen] = useState(false);
  const [deletionId, setDeletionId] = useState<string | null>(null);

  function close() {
    // The session has ended: nothing on this page can be used any more.
    if (deletionId !== null) window.location.assign("/");
    else setOpen(false);
  }

  return (
    <>
      <Button variant="danger" size="sm" onClick={() => setOpen(true)}>
        {t("deleteLabel")}
      </Button>
      <Dialog open={open} onClose={close} title={t("dialogTitle")}>
        {deletionId === null ? (
          <DeleteForm onDeleted={setDeletionId} onCancel={close} />
        ) : (
          <DeletionProgress id={deletionId} onLeave={close} />
        )}
      </Dialog>
    </>
  );
}

interface DeleteFormProps {
  readonly onDeleted: (deletionId: string) => void;
  readonly onCancel: () => void;
}

function DeleteForm({ onDeleted, onCancel }: DeleteFormProps) {
  const t = useWords("account");
  const { endSession } = useLive();
  const [typed, setTyped] = useState("");
  const [tried, setTried] = useState(false);
  const phrase = t("confirmPhrase");
  const isMeant = isConfirmed(typed, phrase);
  const act = useConfirmedAct({ act: "account.delete" }, async (signed) => {
    const body = { confirm: deleteConfirmation, ...signed };
    const { deletionId } = await endSession(() =>
      callApi<{ deletionId: string }>("/api/account", { method: "DELETE", body }),
    );
    forgetWallet();
    onDeleted(deletionId);
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (isMeant) void act.go();
    else event.currentTarget.querySelector("input")?.focus();
  }

  return (
    <form onSubmit={submit} noValidate className="space-y-5 text-sm">
      <Consequences
        title={t("atOnce.title")}
        lines={[t("atOnce.accounts"), t("atOnce.shares"), t("atOnce.sessions")]}
      />
      <Consequences title={t("soon.title")} lines={[t("soon.rows"), t("soon.later")]} />
      <Consequences title={t("stays.title")} lines={[t("stays.mark"), t("stays.notices"), t("stays.wallet")]} />
      <Field label={t("confirmLabel", { phrase })} error={tried && !isMeant ? t("confirmWrong", { phrase }) : null}>
        {(control) => (
          <input
            {...control}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            className={inputClass}
          />
        )}
      </Field>
      <ConfirmationFoot act={act} label={t("confirmNow")} onCancel={onCancel} />
    </form>
  );
}

function Consequences({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <div>
      <h3 className="font-semibold">{title}</h3>
      <ul className="mt-1 list-disc space-y-1 pl-5 text-ink-soft">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
