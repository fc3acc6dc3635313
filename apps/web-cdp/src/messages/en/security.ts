/** Where a person is signed in. */
export const security = {
  title: "Where you are signed in",
  lead: "Sessions end after 30 idle minutes, and after 12 hours in any case. If you do not know one, end it.",
  unknownDevice: "Unknown browser",
  here: "This browser",
  lastUsed: "Last used {when}",
  end: "End",
  endOf: "End the session of {device}, last used {when}",
  ended: "The session has ended.",
  endAll: "Log out everywhere",
  endAllAsk: "Every browser has to sign in again, this one too.",
  endAllNow: "Log out everywhere now",
  keep: "Keep",
} as const;
