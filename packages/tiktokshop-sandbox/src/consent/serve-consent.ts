import { type Answer, textAnswer } from "../gateway/envelope.ts";
import type { ReceivedRequest } from "../gateway/received-request.ts";
import { marketOf } from "../markets.ts";
import type { Persona } from "../personas/persona.ts";
import type { World } from "../world.ts";
import { consentPage, linkErrorPage } from "./consent-page.ts";

const sellerPath = /^(?:\/(us|row))?\/open\/authorize$/;
const creatorPath = "/alliance/creator/auth";

/** Whether a path belongs to the consent pages. */
export function isConsentPath(path: string): boolean {
  return path === creatorPath || sellerPath.test(path);
}

interface Ask {
  readonly kind: "seller" | "creator";
  readonly isUnitedStates: boolean;
  readonly parameters: URLSearchParams;
}

/**
 * Shows the consent page, or decides: by the posted form, or at once with `persona=<id>&auto=allow|deny`. A decision redirects to the
 * app's registered URL, as no redirect address can be given in the link.
 */
export function serveConsent(world: World, request: ReceivedRequest): Answer {
  const market = sellerPath.exec(request.path)?.[1];
  const kind = request.path === creatorPath ? "creator" : "seller";
  const parameters =
    request.method === "POST"
      ? new URLSearchParams(request.body.toString("utf8"))
      : new URLSearchParams(request.queryPairs.map(([key, value]): [string, string] => [key, value]));
  const ask: Ask = { kind, isUnitedStates: market === "us", parameters };
  if (request.method !== "GET" && request.method !== "POST")
    return textAnswer(405, "text/plain", "405 method not allowed");
  const fault = linkFault(world, ask);
  if (fault !== null) return html(400, linkErrorPage("This link does not work", fault));
  const decision = request.method === "POST" ? parameters.get("decision") : parameters.get("auto");
  if (decision === "deny") return redirect(world, { code: "null", error: "auth_denied" }, ask);
  if (decision === "allow") return allow(world, ask);
  return html(200, pageFor(world, ask, request.path));
}

function linkFault(world: World, { kind, parameters }: Ask): string | null {
  const { app } = world.settings;
  if (kind === "creator") {
    if (parameters.get("app_key") !== app.appKey) return "No app has this app_key. Check TIKTOK_SHOP_APP_KEY.";
    return (parameters.get("state") ?? "") === "" ? "The creator link needs a state, and this one has none." : null;
  }
  return parameters.get("service_id") === app.serviceId
    ? null
    : "No app has this service_id. Check TIKTOK_SHOP_SERVICE_ID.";
}

function allow(world: World, ask: Ask): Answer {
  const persona = world.findPersona(ask.parameters.get("persona") ?? "");
  if (persona === null || persona.kind !== ask.kind)
    return html(400, linkErrorPage("No such account", "Choose one of the listed accounts."));
  const code = world.tokens.issueCode(persona, grantedScopes(world, ask, persona));
  return redirect(
    world,
    { app_key: world.settings.app.appKey, code, locale: marketOf(persona.region).locale, shop_region: persona.region },
    ask,
  );
}

/** What a persona grants: what the app asks for, less what the persona withholds, less what a creator unticked. */
function grantedScopes(world: World, { kind, parameters }: Ask, persona: Persona): readonly string[] {
  const asked = kind === "creator" ? world.settings.app.creatorScopes : world.settings.app.sellerScopes;
  const given = asked.filter((scope) => !persona.withheldScopes.includes(scope));
  const isFromForm = kind === "creator" && parameters.has("decision");
  const ticked = isFromForm ? parameters.getAll("scope") : (parameters.get("scopes")?.split(",") ?? given);
  return given.filter((scope) => ticked.includes(scope));
}

function redirect(world: World, answer: Readonly<Record<string, string>>, { parameters }: Ask): Answer {
  const target = new URL(world.settings.app.redirectUrl);
  for (const [key, value] of Object.entries(answer)) target.searchParams.set(key, value);
  const state = parameters.get("state");
  if (state !== null && state !== "") target.searchParams.set("state", state);
  return {
    status: 302,
    headers: { location: target.href, "cache-control": "no-store", "referrer-policy": "no-referrer" },
    body: Buffer.alloc(0),
    code: null,
  };
}

function pageFor(world: World, { kind, isUnitedStates, parameters }: Ask, action: string): string {
  const { app } = world.settings;
  const named = world.findPersona(parameters.get("persona") ?? "");
  const listed = world.personas.filter((persona) => persona.kind === kind);
  // A bulk shop is made on demand and stands on the page only when the link names it.
  const people = named === null || named.kind !== kind || listed.includes(named) ? listed : [named, ...listed];
  // A US link is for US sellers: they come first, the others stay choosable for a demo.
  const ordered = isUnitedStates
    ? [...people].sort((left, right) => Number(right.region === "US") - Number(left.region === "US"))
    : people;
  return consentPage({
    kind,
    action,
    appName: "LendFriend",
    state: parameters.get("state") ?? "",
    appParameter:
      kind === "creator" ? { name: "app_key", value: app.appKey } : { name: "service_id", value: app.serviceId },
    scopes: kind === "creator" ? app.creatorScopes : app.sellerScopes,
    personas: ordered,
    selected: named?.kind === kind ? named.id : null,
  });
}

function html(status: number, text: string): Answer {
  const page = textAnswer(status, "text/html; charset=utf-8", text);
  return { ...page, headers: { ...page.headers, "cache-control": "no-store", "x-frame-options": "DENY" } };
}
