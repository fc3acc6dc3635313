import { ApiError } from "#lib/call-api.ts";
import type { Translator } from "./translator.ts";

/** What went wrong with a request, by its code; a code of a newer server reads as an unexpected failure. */
export function failureText(t: Translator<"failures">, error: unknown): string {
  const code = error instanceof ApiError ? error.code : "unexpected";
  return t(isKnown(t, code) ? code : "unexpected");
}

type FailureCode = Parameters<Translator<"failures">>[0];

function isKnown(t: Translator<"failures">, code: string): code is FailureCode {
  return t.has(code as FailureCode);
}
