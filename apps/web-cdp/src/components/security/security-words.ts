/** Everything that the section on open sessions says. */
export const securityWords = {
  title: "Where you are signed in",
  lead: "Sessions end after 30 idle minutes, and after 12 hours in any case. If you do not know one, end it.",
  unknownDevice: "Unknown browser",
  here: "This browser",
  lastUsed: (when: string) => `Last used ${when}`,
  end: "End",
  endOf: (device: string, when: string) => `End the session of ${device}, last used ${when}`,
  ended: "The session has ended.",
  endAll: "Log out everywhere",
  endAllAsk: "Every browser has to sign in again, this one too.",
  endAllNow: "Log out everywhere now",
  keep: "Keep",
  failed: "The session was not ended. Try again.",
} as const;
