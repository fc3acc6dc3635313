/** Whether a request comes from a phone: by the browser's own hint, else by its name. A tablet is none. */
export function isPhone(headers: Pick<Headers, "get">): boolean {
  const hint = headers.get("sec-ch-ua-mobile");
  if (hint !== null) return hint === "?1";
  return /\bMobi/.test(headers.get("user-agent") ?? "");
}
