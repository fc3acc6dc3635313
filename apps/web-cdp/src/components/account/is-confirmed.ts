/** What the API wants to read before it deletes an account, in any language. */
export const deleteConfirmation = "delete my account";

/** Whether a person typed the phrase; letter case and marks over letters, which keyboards place differently, do not matter. */
export function isConfirmed(typed: string, phrase: string): boolean {
  return bare(typed) === bare(phrase);
}

function bare(text: string): string {
  return text.trim().normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
