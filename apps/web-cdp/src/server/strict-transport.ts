/** Asks browsers to come by https from then on, where the app itself is reached by it. */
export function strictTransport(headers: Headers, appUrl: string): void {
  if (appUrl.startsWith("https:")) headers.set("strict-transport-security", "max-age=63072000; includeSubDomains");
}
