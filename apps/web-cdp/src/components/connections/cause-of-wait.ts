/** What holds an import up, by the code of the page that could not be read. */
export function causeOfWait(code: string): "rate_limited" | "quota_exhausted" | "unanswered" | "ours" {
  if (code === "rate_limited" || code === "quota_exhausted") return code;
  return code === "internal" ? "ours" : "unanswered";
}
