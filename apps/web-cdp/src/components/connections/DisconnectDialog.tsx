"use client";

import { type FormEvent, useState } from "react";
import { ConfirmationFoot } from "#components/security/ConfirmationFoot.tsx";
import { useConfirmedAct } from "#components/security/use-confirmed-act.ts";
import { Dialog } from "#components/ui/Dialog.tsx";
import { callApi } from "#lib/call-api.ts";
import type { Connection } from "#server/contract.ts";
import { useWords } from "#words/use-words.ts";
import { RadioCards } from "./RadioCards.tsx";

interface DisconnectDialogProps {
  readonly connection: Connection;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onDone: (what: "keep" | "delete") => Promise<void>;
}

/** Stopping and deleting are two different wishes; each says what it does to score and shares. */
export function DisconnectDialog({ connection, open, onClose, onDone }: DisconnectDialogProps) {
  const t = useWords("connections");
  const stopped = connection.status === "disconnected";
  const name = connection.displayName;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={stopped ? t("leave.deleteTitle", { name }) : t("leave.title", { name })}
    >
      <DisconnectForm connection={connection} stopped={stopped} onClose={onClose} onDone={onDone} />
    </Dialog>
  );
}

const acts = { keep: "connection.disconnect", delete: "connection.delete" } as const;
const consequences = {
  keep: ["keepScore", "keepShares", "keepLater"],
  delete: ["deleteRows", "deleteOthers", "deleteShares"],
} as const;

interface DisconnectFormProps extends Omit<DisconnectDialogProps, "open"> {
  /** Already disconnected: all that is left to choose is deleting. */
  readonly stopped: boolean;
}

function DisconnectForm({ connection, stopped, onClose, onDone }: DisconnectFormProps) {
  const t = useWords("connections");
  const [data, setData] = useState<"keep" | "delete">(stopped ? "delete" : "keep");
  const act = useConfirmedAct({ act: acts[data], object: connection.id }, async (signed) => {
    await callApi(`/api/connections/${encodeURIComponent(connection.id)}?data=${data}`, {
      method: "DELETE",
      body: signed,
    });
    await onDone(data);
    onClose();
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    void act.go();
  }

  return (
    <form onSubmit={submit} className="space-y-5">
      {!stopped && (
        <RadioCards
          legend={t("leave.what")}
          name="data"
          value={data}
          onChange={(choice) => {
            act.startOver();
            setData(choice);
          }}
          choices={[
            { value: "keep", label: t("leave.keep"), hint: t("leave.keepHint") },
            { value: "delete", label: t("leave.delete"), hint: t("leave.deleteHint") },
          ]}
        />
      )}
      <div className="rounded-lg bg-subtle p-4 text-sm">
        <p className="font-semibold">{t("leave.means")}</p>
        <ul className="mt-2 list-disc space-y-1.5 pl-5 text-ink-soft">
          {consequences[data].map((line) => (
            <li key={line}>{t(`leave.${line}`)}</li>
          ))}
        </ul>
      </div>
      <ConfirmationFoot act={act} label={t(`leave.${data}Now`)} onCancel={onClose} />
    </form>
  );
}
