import { useState } from "react";
import { type ApiFailure, tryApi } from "#lib/try-api.ts";
import { usePlainWords } from "#words/MessagesProvider.tsx";

/**
 * One request at a time, with what refused it in words; `failed` where no others fit. After an answer it stays busy: the page
 * goes on to what comes of it.
 */
export function useCall(failed: string) {
  const texts: Readonly<Record<string, string>> = usePlainWords("failures");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);

  /** Answers null once the refusal is known. */
  async function call<Answer>(...request: Parameters<typeof tryApi>): Promise<Answer | null> {
    setBusy(true);
    setFailure(null);
    const outcome = await tryApi<Answer>(...request);
    setBusy(outcome.failure === null);
    setFailure(outcome.failure);
    return outcome.answer;
  }

  const refusal = failure && { text: texts[failure.code ?? ""] ?? failed, reference: failure.requestId };
  return { busy, refusal, call };
}
