/** Where a person is signed in. */
export const security = {
  title: "Where you are signed in",
  lead: "Sessions end after 30 idle minutes, and after 12 hours in any case. If you do not know one, end it.",
  unknownDevice: "Unknown browser",
  device: "{browser} on {system}",
  here: "This browser",
  lastUsed: "Last used {when}",
  end: "End",
  endOf: "End the session of {device}, last used {when}",
  ended: "The session has ended.",
  endAll: "Log out everywhere",
  endAllAsk: "Every browser has to sign in again, this one too.",
  endAllNow: "Log out everywhere now",
  keep: "Keep",
  confirm: {
    lead: "Your wallet confirms this by a signature. It is free and moves nothing.",
    ready: "The message is ready. Sign it with {wallet} to go on.",
    sign: "Sign with {wallet}",
    cancel: "Cancel",
    injected: "your browser wallet",
    embedded: "your email wallet",
    problem: {
      not_found:
        "This browser no longer knows the wallet that you signed in with. Sign out, sign in with it again, then repeat this.",
      other_account:
        "Your wallet stands on another account than you signed in with. Switch back to it, then try again.",
      cancelled: "You cancelled. Nothing was signed; try again when you are ready.",
      pending: "Your wallet already has a request open. Open the wallet, answer it, then try again.",
      silent: "Your wallet did not answer. Unlock it, and try again.",
    },
  },
} as const;
