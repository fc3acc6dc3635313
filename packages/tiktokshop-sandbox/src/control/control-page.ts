import { document } from "../consent/consent-page.ts";
import { type Html, markup } from "../html.ts";
import type { World } from "../world.ts";
import type { PersonaSummary, SandboxControl } from "./control-verbs.ts";

/** The page for a person: who is there, what time it is, what goes wrong, and buttons that work without scripts. */
export function controlPage(world: World, control: SandboxControl, done: string | null): string {
  const personas = control.personas();
  const sellers = personas.filter(({ shops }) => shops.length > 0);
  return document(
    "Control",
    markup`<h1>Sandbox control</h1>
${done === null ? markup`` : markup`<p class="card" role="status">Done: <strong>${done}</strong>.</p>`}
<div class="grid">${clockCard(world)}${tradeCard(sellers)}${refundCard(sellers)}${tokenCard(personas)}${webhookCard(personas)}${faultCard(control)}</div>
${personaTable(personas)}
${requestTable(control)}
${deliveryTable(control)}`,
    "wide",
  );
}

function clockCard({ clock }: World): Html {
  const offset = clock.offsetSeconds();
  const now = new Date(clock.nowMs()).toISOString().replace("T", " ").slice(0, 19);
  const moves = [
    ["+1 hour", 3_600],
    ["+1 day", 86_400],
    ["+7 days", 604_800],
  ] as const;
  return card("Clock", [
    markup`<p>${now} UTC<br><span class="soft">${offset === 0 ? "The machine's time" : `${offset} seconds from the machine's time`}</span></p>`,
    ...moves.map(([label, seconds]) => form("clock", [hidden("advanceSeconds", String(seconds))], label)),
    form("clock", [hidden("advanceSeconds", String(-offset))], "Back to the machine's time"),
  ]);
}

function tradeCard(sellers: readonly PersonaSummary[]): Html {
  return card("Place an order", [
    form(
      "order",
      [
        select("persona", "Shop of", sellers),
        input("quantity", "Units", "1"),
        input("unitPrice", "Unit price (empty: the listed price)", ""),
      ],
      "Place order",
    ),
  ]);
}

function refundCard(sellers: readonly PersonaSummary[]): Html {
  return card("Refund an order", [
    form(
      "refund",
      [
        select("persona", "Shop of", sellers),
        input("orderId", "Order id", "", true),
        input("units", "Units (empty: all)", ""),
      ],
      "Refund order",
    ),
  ]);
}

function tokenCard(personas: readonly PersonaSummary[]): Html {
  const connected = personas.filter(({ activeAuthorizations }) => activeAuthorizations > 0);
  if (connected.length === 0) return card("Tokens", [markup`<p class="soft">No one has authorised the app yet.</p>`]);
  return card("Tokens", [
    form("expire-tokens", [select("persona", "Account", connected)], "Expire access tokens"),
    form("expire-authorizations", [select("persona", "Account", connected)], "End authorisation"),
    form("revoke", [select("persona", "Account", connected)], "Revoke, and tell the app"),
  ]);
}

function webhookCard(personas: readonly PersonaSummary[]): Html {
  return card("Send a webhook", [
    form(
      "webhook",
      [
        select("persona", "About", personas),
        input("type", "Topic number", "1", true),
        input("data", "Data (JSON)", '{"order_id":"1","order_status":"DELIVERED"}'),
      ],
      "Send webhook",
    ),
    form("send-due-webhooks", [], "Retry what is due"),
  ]);
}

function faultCard(control: SandboxControl): Html {
  const standing = control
    .faults()
    .map(
      ({ id, fault, struck }) =>
        markup`<li>${fault.kind} on <code>${fault.path === "" ? "every path" : fault.path}</code>, struck ${struck} (no. ${id})</li>`,
    );
  const rateLimited = [
    hidden("kind", "answer"),
    hidden("path", "/order/"),
    hidden("status", "429"),
    hidden("code", "36009002"),
    hidden("message", "Too many requests."),
  ];
  const quick = [
    form("fault", [hidden("kind", "html_502"), hidden("path", "")], "Break everything (502)"),
    form("fault", rateLimited, "Rate-limit orders"),
    form("fault", [hidden("kind", "delay"), hidden("path", ""), hidden("delayMs", "3000")], "Slow down by 3 s"),
  ];
  return card("Faults", [
    standing.length === 0 ? markup`<p class="soft">None.</p>` : markup`<ul>${standing}</ul>`,
    ...quick,
    form("clear-faults", [], "Clear all faults"),
  ]);
}

function personaTable(personas: readonly PersonaSummary[]): Html {
  const rows = personas.map(
    (persona) =>
      markup`<tr data-persona="${persona.id}"><th scope="row"><code>${persona.id}</code></th><td>${persona.kind}</td><td>${persona.region}</td><td>${persona.activeAuthorizations}</td><td>${persona.teaches}</td></tr>`,
  );
  return table("Accounts", ["Id", "Kind", "Region", "Active authorisations", "What it teaches"], rows);
}

function requestTable(control: SandboxControl): Html {
  const rows = [...control.requests({ limit: 25 })]
    .reverse()
    .map(
      (entry) =>
        markup`<tr><td>${entry.at.slice(11, 19)}</td><td>${entry.method} <code>${entry.path}</code></td><td>${entry.persona ?? ""}</td><td>${entry.status ?? "no answer"}</td><td>${entry.code ?? ""}</td><td>${entry.fault ?? ""}</td></tr>`,
    );
  return table("Newest requests", ["Time", "Request", "Account", "Status", "Code", "Fault"], rows);
}

function deliveryTable(control: SandboxControl): Html {
  const rows = control
    .deliveries()
    .slice(-15)
    .reverse()
    .map(
      (delivery) =>
        markup`<tr><td>${delivery.type}</td><td><code>${delivery.id}</code></td><td>${delivery.standing}</td><td>${delivery.attempts.map(({ status, error }) => status ?? error ?? "").join(", ")}</td></tr>`,
    );
  return table("Newest webhooks", ["Topic", "Id", "Standing", "Tries"], rows);
}

function card(title: string, content: readonly Html[]): Html {
  return markup`<section class="card"><h2>${title}</h2>${content}</section>`;
}

function table(caption: string, heads: readonly string[], rows: readonly Html[]): Html {
  const body =
    rows.length === 0 ? [markup`<tr><td colspan="${heads.length}" class="soft">Nothing yet.</td></tr>`] : rows;
  return markup`<section class="card wrap"><table><caption>${caption}</caption><thead><tr>${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead><tbody>${body}</tbody></table></section>`;
}

function form(action: string, fields: readonly Html[], label: string): Html {
  return markup`<form method="post" action="/ctl/${action}">${fields}<p><button type="submit">${label}</button></p></form>`;
}

function hidden(name: string, value: string): Html {
  return markup`<input type="hidden" name="${name}" value="${value}">`;
}

function input(name: string, label: string, value: string, isRequired = false): Html {
  return markup`<label class="field">${label}<input name="${name}" value="${value}"${isRequired ? { html: " required" } : { html: "" }}></label>`;
}

function select(name: string, label: string, personas: readonly PersonaSummary[]): Html {
  return markup`<label class="field">${label}<select name="${name}">${personas.map((persona) => markup`<option value="${persona.id}">${persona.name}</option>`)}</select></label>`;
}
