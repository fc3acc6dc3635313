"use client";

import { type FormEvent, useState } from "react";
import { ConfirmationFailure } from "#components/security/ConfirmationFailure.tsx";
import { confirmationWords } from "#components/security/confirmation-words.ts";
import {
  type ConfirmationProblem,
  describeConfirmationFailure,
  useConfirmation,
} from "#components/security/use-confirmation.ts";
import { Button } from "#components/ui/Button.tsx";
import { Dialog } from "#components/ui/Dialog.tsx";
import { Field, inputClass } from "#components/ui/Field.tsx";
import { callApi } from "#lib/call-api.ts";
import { forgetWallet } from "#lib/wallet/used-wallet.ts";
import { accountWords as words } from "./account-words.ts";
import { DeletionProgress } from "./DeletionProgress.tsx";

/** Deletes the account after the person has typed that they want it, and shows how far it is. */
export function DeleteAccount() {
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
        {words.deleteLabel}
      </Button>
      <Dialog open={open} onClose={close} title={words.dialogTitle}>
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
  const [typed, setTyped] = useState("");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ConfirmationProblem | null>(null);
  const { confirm, waitingFor, startOver } = useConfirmation();
  const isConfirmed = typed.trim().toLowerCase() === words.confirmPhrase;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    setFailure(null);
    if (!isConfirmed) {
      event.currentTarget.querySelector("input")?.focus();
      return;
    }
    setBusy(true);
    try {
      const signed = await confirm({ act: "account.delete" });
      if (signed === null) return setBusy(false);
      const body = { confirm: words.confirmPhrase, ...signed };
      const { deletionId } = await callApi<{ deletionId: string }>("/api/account", { method: "DELETE", body });
      forgetWallet();
      onDeleted(deletionId);
    } catch (error) {
      startOver();
      setFailure(await describeConfirmationFailure(error));
      setBusy(false);
    }
  }

  return (
    <form onSubmit={submit} noValidate className="space-y-5 text-sm">
      <Consequences title={words.atOnceTitle} lines={words.atOnce} />
      <Consequences title={words.soonTitle} lines={words.soon} />
      <Consequences title={words.staysTitle} lines={words.stays} />
      <Field label={words.confirmLabel} error={tried && !isConfirmed ? words.confirmWrong : null}>
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
      <p role="status" className="text-ink-soft">
        {waitingFor ? confirmationWords.ready(waitingFor) : confirmationWords.lead}
      </p>
      {failure && <ConfirmationFailure failure={failure} />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="danger" busy={busy}>
          {waitingFor ? confirmationWords.sign(waitingFor) : words.confirmNow}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
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
