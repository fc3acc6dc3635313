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
import { callApi } from "#lib/call-api.ts";
import type { Connection } from "#server/contract.ts";
import { RadioCards } from "./RadioCards.tsx";

interface DisconnectDialogProps {
  readonly connection: Connection;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onDone: (what: "keep" | "delete") => Promise<void>;
}

/** Stopping and deleting are two different wishes; each says what it does to score and shares. */
export function DisconnectDialog({ connection, open, onClose, onDone }: DisconnectDialogProps) {
  const stopped = connection.status === "disconnected";
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={stopped ? `Delete what ${connection.displayName} imported` : `Disconnect ${connection.displayName}`}
    >
      <DisconnectForm connection={connection} stopped={stopped} onClose={onClose} onDone={onDone} />
    </Dialog>
  );
}

const actWords = { keep: "Stop syncing", delete: "Delete imported data" } as const;

interface DisconnectFormProps extends Omit<DisconnectDialogProps, "open"> {
  /** Already disconnected: all that is left to choose is deleting. */
  readonly stopped: boolean;
}

function DisconnectForm({ connection, stopped, onClose, onDone }: DisconnectFormProps) {
  const [data, setData] = useState<"keep" | "delete">(stopped ? "delete" : "keep");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ConfirmationProblem | null>(null);
  const { confirm, waitingFor, startOver } = useConfirmation();

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    try {
      const act = data === "delete" ? "connection.delete" : "connection.disconnect";
      const signed = await confirm({ act, object: connection.id });
      if (signed === null) return;
      const path = `/api/connections/${encodeURIComponent(connection.id)}?data=${data}`;
      await callApi(path, { method: "DELETE", body: signed });
      await onDone(data);
      onClose();
    } catch (error) {
      startOver();
      setFailure(await describeConfirmationFailure(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <form onSubmit={submit} className="space-y-5">
      {!stopped && (
        <RadioCards
          legend="What should happen to what was imported?"
          name="data"
          value={data}
          onChange={(choice) => {
            startOver();
            setData(choice);
          }}
          choices={[
            {
              value: "keep",
              label: "Stop syncing, keep data",
              hint: "We lose access to the account. Imported sales and your score stay; the score grows older.",
            },
            {
              value: "delete",
              label: "Delete imported data",
              hint: "We lose access, and everything imported from this account is erased. This cannot be undone.",
            },
          ]}
        />
      )}
      <div className="rounded-lg bg-subtle p-4 text-sm">
        <p className="font-semibold">What this means</p>
        <ul className="mt-2 list-disc space-y-1.5 pl-5 text-ink-soft">
          {data === "keep" ? (
            <>
              <li>Your score keeps its points. Its confidence falls as it ages, because nothing new comes in.</li>
              <li>Lenders you shared with go on seeing it until the share ends or you revoke it.</li>
              <li>You can reconnect later and carry on where you stopped.</li>
            </>
          ) : (
            <>
              <li>Orders, refunds, payouts and products of this account are erased, and the scores made from them.</li>
              <li>If another account stays connected, sync it to get a new score from that account alone.</li>
              <li>If it was your only account, every share ends and lenders see nothing any more.</li>
            </>
          )}
        </ul>
      </div>
      <p role="status" className="text-sm text-ink-soft">
        {waitingFor ? confirmationWords.ready(waitingFor) : confirmationWords.lead}
      </p>
      {failure && <ConfirmationFailure failure={failure} />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="danger" busy={busy}>
          {waitingFor ? confirmationWords.sign(waitingFor) : actWords[data]}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
