/** Escapes text for HTML content and attribute values. */
function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** Markup that was built here and may enter a page unescaped. */
export interface Html {
  readonly html: string;
}

/** Template for markup: interpolated text is escaped, nested `Html` is not. */
export function markup(
  parts: TemplateStringsArray,
  ...values: readonly (string | number | Html | readonly Html[])[]
): Html {
  let html = parts[0] ?? "";
  values.forEach((value, at) => {
    html += fragment(value) + (parts[at + 1] ?? "");
  });
  return { html };
}

function fragment(value: string | number | Html | readonly Html[]): string {
  if (typeof value === "string" || typeof value === "number") return escapeHtml(String(value));
  return "html" in value ? value.html : value.map(({ html }) => html).join("");
}
