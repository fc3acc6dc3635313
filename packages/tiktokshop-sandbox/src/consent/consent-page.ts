import { type Html, markup } from "../html.ts";
import { type Persona, scopeTitles } from "../personas/persona.ts";
import { pageStyles } from "./styles.ts";

interface ConsentPage {
  readonly kind: "seller" | "creator";
  readonly action: string;
  readonly appName: string;
  readonly state: string;
  readonly appParameter: { readonly name: string; readonly value: string };
  readonly scopes: readonly string[];
  readonly personas: readonly Persona[];
  readonly selected: string | null;
}

/** The page on which a person signs in as a persona and allows or denies. */
export function consentPage(page: ConsentPage): string {
  const first = page.selected ?? page.personas[0]?.id ?? "";
  const choices = page.personas.map((persona) => choice(persona, persona.id === first));
  const account = page.kind === "seller" ? "TikTok Shop" : "TikTok Shop creator account";
  return document(
    "Authorize",
    markup`<h1>${page.appName} wants to read your ${account}</h1>
<p class="soft">This is a sandbox. Nothing here is TikTok and no real account is involved: choose who you are, then decide.</p>
<form method="post" action="${page.action}">
<input type="hidden" name="${page.appParameter.name}" value="${page.appParameter.value}">
<input type="hidden" name="state" value="${page.state}">
<fieldset><legend>Sign in as</legend><div class="scroll">${choices}</div></fieldset>
${scopeList(page)}
<div class="actions">
<button type="submit" name="decision" value="deny">Deny</button>
<button type="submit" name="decision" value="allow" class="primary">Allow</button>
</div>
</form>`,
  );
}

/** The page for a link that the platform would not serve. */
export function linkErrorPage(title: string, detail: string): string {
  return document(title, markup`<div class="card" role="alert"><h1>${title}</h1><p>${detail}</p></div>`);
}

function choice(persona: Persona, isSelected: boolean): Html {
  const detail =
    persona.kind === "creator"
      ? `@${persona.username} · ${persona.region}`
      : shopsLine(
          persona.shops.map(({ market }) => market.region),
          persona.region,
        );
  const checked = isSelected ? { html: " checked" } : { html: "" };
  return markup`<label class="choice" data-persona="${persona.id}"><input type="radio" name="persona" value="${persona.id}" required${checked}>
<span><b>${persona.name}</b><span class="soft">${detail}<br>${persona.teaches}</span></span></label>`;
}

function shopsLine(regions: readonly string[], region: string): string {
  if (regions.length === 0) return `No shop · ${region}`;
  return `${regions.length === 1 ? "1 shop" : `${regions.length} shops`} · ${regions.join(", ")}`;
}

function scopeList({ kind, scopes }: ConsentPage): Html {
  if (kind === "seller") {
    const rows = scopes.map((scope) => markup`<li data-scope="${scope}">${scopeTitles[scope] ?? scope}</li>`);
    return markup`<section class="card" aria-labelledby="scopes"><h2 id="scopes">The app may then read</h2><ul>${rows}</ul></section>`;
  }
  const rows = scopes.map(
    (scope) =>
      markup`<label class="choice" data-scope="${scope}"><input type="checkbox" name="scope" value="${scope}" checked><span>${scopeTitles[scope] ?? scope}</span></label>`,
  );
  return markup`<fieldset><legend>The app may then read</legend>${rows}</fieldset>`;
}

/** A whole HTML document under the sandbox's header. */
export function document(title: string, body: Html, mainClass = ""): string {
  const page = markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · TikTok Shop sandbox</title><link rel="icon" href="data:,"><style>${{ html: pageStyles }}</style></head>
<body><header><strong>TikTok Shop sandbox</strong><span>Not TikTok: a test double on this machine</span></header><main class="${mainClass}">${body}</main></body></html>`;
  return page.html;
}
