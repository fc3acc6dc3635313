import "server-only";

const messages: { readonly [code: string]: string } = {
  clock_skew: "TikTok Shop refused the time of our requests. We have been told; try again later.",
  internal: "Something went wrong on our side. What was imported is kept; try again.",
  interrupted: "The import was cut short several times. What was imported is kept; try again.",
  invalid_response: "TikTok Shop answered in a way that we could not read. Try again later.",
  network: "TikTok Shop could not be reached. What was imported is kept; try again.",
  not_supported:
    "TikTok Shop shares no orders or commissions of this account in its market. Connect a seller account instead.",
  provider_unavailable: "TikTok Shop is not answering. What was imported is kept; try again.",
  quota_exhausted: "TikTok Shop's hourly limit is used up. Try again in an hour.",
  rate_limited: "TikTok Shop asked us to slow down for too long. Try again later.",
  refresh_rejected: "The authorisation has ended. Reconnect the account to keep importing.",
  scope_missing: "TikTok Shop did not let us read orders. Reconnect and allow the permissions that are asked for.",
  shop_inactive: "The shop is not active on TikTok Shop. Import again once it is.",
  timeout: "TikTok Shop did not answer in time. What was imported is kept; try again.",
  token_expired: "TikTok Shop kept calling the authorisation expired. Try again; if it stays, reconnect.",
  token_invalid: "The authorisation has ended. Reconnect the account to keep importing.",
};

/** What a person reads about a failed import: what happened and what to do. */
export function failureMessage(code: string): string {
  return messages[code] ?? "The import could not be finished. What was imported is kept; try again.";
}
