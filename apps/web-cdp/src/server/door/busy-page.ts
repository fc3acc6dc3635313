import "server-only";
import { createHash } from "node:crypto";
import type { Locale } from "#lib/format.ts";
import { shell as de } from "#messages/de/shell.ts";
import { shell as en } from "#messages/en/shell.ts";
import { shell as id } from "#messages/id/shell.ts";
import { shell as th } from "#messages/th/shell.ts";
import { shell as vi } from "#messages/vi/shell.ts";
import { languageOf } from "#words/languages.ts";

const words = { en, id, vi, th, de };

const style =
  ":root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:0 auto;padding:3rem 1.25rem}h1{font-size:1.5rem;line-height:1.25}";

/** What that page may load: its own style. */
export const busyPolicy = {
  "Content-Security-Policy": `default-src 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
};

/** What stands in for a page that there is no time to make. Whole by itself, and asks for the page again after some seconds. */
export function busyPage(locale: Locale, retryAfterSeconds: number): string {
  const language = languageOf(locale);
  const { busy, island } = words[language];
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="${retryAfterSeconds}"><title>${island.errorTitle}</title><style>${style}</style></head><body><main><h1>${island.errorTitle}</h1><p>${busy}</p><p>${island.errorText}</p></main></body></html>`;
}
