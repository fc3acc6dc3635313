import { Button } from "#components/ui/Button.tsx";
import { ErrorNotice } from "#components/ui/ErrorNotice.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { useWords } from "#words/use-words.ts";
import type { ActFailure } from "./use-confirmed-act.ts";

interface ConfirmationFootProps {
  readonly act: {
    readonly busy: boolean;
    readonly failure: ActFailure | null;
    /** The wallet that has to sign, once the message is ready. */
    readonly waitingFor: string | null;
  };
  readonly label: string;
  readonly onCancel: () => void;
}

/** The end of a form that a signature confirms: what will be signed, why it did not happen, and the two ways on. */
export function ConfirmationFoot({ act, label, onCancel }: ConfirmationFootProps) {
  const t = useWords("security");
  const { busy, failure, waitingFor } = act;
  return (
    <>
      <p role="status" className="text-sm text-ink-soft">
        {waitingFor === null ? t("confirm.lead") : t("confirm.ready", { wallet: waitingFor })}
      </p>
      {failure?.tone === "neutral" && <Notice role="alert" title={failure.text} />}
      {failure?.tone === "error" && <ErrorNotice title={failure.text} reference={failure.reference} />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="danger" busy={busy}>
          {waitingFor === null ? label : t("confirm.sign", { wallet: waitingFor })}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          {t("confirm.cancel")}
        </Button>
      </div>
    </>
  );
}
