/** Everything that is said around confirming an act by a signature. */
export const confirmationWords = {
  lead: "Your wallet confirms this by a signature. It is free and moves nothing.",
  ready: (wallet: string) => `The message is ready. Sign it with ${wallet} to go on.`,
  sign: (wallet: string) => `Sign with ${wallet}`,
  names: { injected: "your browser wallet", embedded: "your email wallet" },
  problems: {
    not_found:
      "This browser no longer knows the wallet that you signed in with. Sign out, sign in with it again, then repeat this.",
    other_account: "Your wallet stands on another account than you signed in with. Switch back to it, then try again.",
    cancelled: "You cancelled. Nothing was signed; try again when you are ready.",
    pending: "Your wallet already has a request open. Open the wallet, answer it, then try again.",
    silent: "Your wallet did not answer. Unlock it, and try again.",
  },
} as const;
