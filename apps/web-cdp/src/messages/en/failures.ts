/** What a request of the page came to, by the API's code. */
export const failures = {
  bad_request: "Something in the form could not be used. Check it and try again.",
  conflict: "This has changed meanwhile. Reload the page and try again.",
  daily_limit_reached: "This was done as often as is allowed within a day. Try again tomorrow.",
  forbidden: "That is not allowed for this wallet.",
  limit_reached:
    "You have as many of these as are allowed at once. Revoke one that is no longer needed, then try again.",
  method_not_allowed: "This page is out of date. Reload it and try again.",
  not_found: "It is not there any more. Reload the page.",
  rate_limited: "Too many tries in a short time. Wait a minute and try again.",
  score_too_old: "The score is too old to be signed. Import again first.",
  too_large: "That is too large.",
  unauthorized: "You are signed out. Sign in and try again.",
  unavailable: "This cannot be done just now. Nothing was lost; try again in a moment.",
  unexpected: "Something went wrong on our side. Nothing was lost; try again in a moment.",
  unsupported_media_type: "This page is out of date. Reload it and try again.",
  offline: "We could not reach the server. Check your connection and try again.",
  unreadable: "The server gave an answer we could not read. Try again in a moment.",
} as const;
