"use client";

import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/Button.tsx";
import { Dialog } from "#components/ui/Dialog.tsx";
import { ErrorNotice } from "#components/ui/ErrorNotice.tsx";
import { ApiError, callApi } from "#lib/call-api.ts";
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

interface DisconnectFormProps extends Omit<DisconnectDialogProps, "open"> {
  /** Already disconnected: all that is left to choose is deleting. */
  readonly stopped: boolean;
}

function DisconnectForm({ connection, stopped, onClose, onDone }: DisconnectFormProps) {
  const [data, setData] = useState<"keep" | "delete">(stopped ? "delete" : "keep");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<{ text: string; reference: string | null } | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    try {
      await callApi(`/api/connections/${encodeURIComponent(connection.id)}?data=${data}`, { method: "DELETE" });
      await onDone(data);
      onClose();
    } catch (error) {
      const known = error instanceof ApiError ? error : null;
      setFailure({
        text: known?.message ?? "We could not disconnect. Try again in a moment.",
        reference: known?.requestId ?? null,
      });
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
          onChange={setData}
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
      {failure && <ErrorNotice title={failure.text} reference={failure.reference} />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="danger" busy={busy}>
          {data === "delete" ? "Delete imported data" : "Stop syncing"}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
