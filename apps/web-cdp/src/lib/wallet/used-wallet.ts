const storageKey = "lf.signed-in-with";

/** Remembers which wallet signed in (its EIP-6963 name), so that a later page can notice when it switches account. */
export function rememberWallet(connectorId: string): void {
  localStorage.setItem(storageKey, connectorId);
}

export function recallWallet(): string | null {
  return localStorage.getItem(storageKey);
}

export function forgetWallet(): void {
  localStorage.removeItem(storageKey);
}
