import { ErrorNotice } from "#components/ui/ErrorNotice.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import type { ConfirmationProblem } from "./use-confirmation.ts";

/** Why an act did not happen; a person's own "no" is not shown as an error. */
export function ConfirmationFailure({ failure }: { readonly failure: ConfirmationProblem }) {
  if (failure.tone === "neutral") return <Notice role="alert" title={failure.text} />;
  return <ErrorNotice title={failure.text} reference={failure.reference} />;
}
