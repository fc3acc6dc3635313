import { createServer, type Server } from "node:http";
import { type Answer, textAnswer } from "../gateway/envelope.ts";
import { BodyTooLargeError, type ReceivedRequest, receive } from "../gateway/received-request.ts";
import { mediaType } from "../gateway/signature.ts";
import { asJson, isRecord, type Json, parseJson } from "../json.ts";
import type { World } from "../world.ts";
import { actions, runAction } from "./actions.ts";
import { controlPage } from "./control-page.ts";
import { ControlError, type SandboxControl } from "./control-verbs.ts";

/** The control port: JSON verbs for tests, and one page for a person. */
export function createControlServer(world: World, control: SandboxControl): Server {
  return createServer((message, response) => {
    receive(message)
      .then((request) => answerTo(world, control, request))
      .catch(refusalFor)
      .then(({ status, headers, body }) => {
        response.writeHead(status, { ...headers, "cache-control": "no-store", "content-length": body.length });
        response.end(body);
      });
  });
}

async function answerTo(world: World, control: SandboxControl, request: ReceivedRequest): Promise<Answer> {
  if (!isSameOrigin(request)) return json(403, { error: "Requests from other web pages are refused." });
  if (request.method === "GET") return answerGet(world, control, request);
  if (request.method !== "POST" || !/^\/ctl(\/|$)/.test(request.path)) {
    return json(404, { error: "There is nothing here: GET / shows the control page." });
  }
  const isForm = isFormPost(request);
  const input = isForm ? formInput(request) : jsonInput(request);
  const named = typeof input.action === "string" ? input.action : "";
  const name = request.path === "/ctl" || request.path === "/ctl/" ? named : request.path.slice("/ctl/".length);
  const result = await runAction(control, name, input);
  if (!isForm) return json(200, result);
  return { ...textAnswer(303, "text/plain", ""), headers: { location: `/?done=${encodeURIComponent(name)}` } };
}

function refusalFor(cause: unknown): Answer {
  const isOurs = cause instanceof ControlError || cause instanceof SyntaxError || cause instanceof BodyTooLargeError;
  return json(isOurs ? 400 : 500, { error: cause instanceof Error ? cause.message : "Unknown failure" });
}

function answerGet(world: World, control: SandboxControl, request: ReceivedRequest): Answer {
  switch (request.path) {
    case "/":
      return textAnswer(
        200,
        "text/html; charset=utf-8",
        controlPage(world, control, request.query.get("done") ?? null),
      );
    case "/ctl":
      return json(200, {
        actions: Object.fromEntries(Object.entries(actions).map(([name, { does }]) => [name, does])),
      });
    case "/ctl/log":
      return json(200, logOf(control, request));
    case "/ctl/personas":
      return json(200, { personas: asJson(control.personas()) });
    case "/ctl/defects":
      return json(200, { defects: asJson(control.plantedDefects({ persona: request.query.get("persona") ?? "" })) });
    case "/ctl/faults":
      return json(200, { faults: asJson(control.faults()) });
    case "/ctl/deliveries":
      return json(200, { deliveries: asJson(control.deliveries()) });
    case "/ctl/state":
      return json(200, stateOf(world, control));
    case "/ctl/health":
      return json(200, { status: "ok" });
    default:
      return json(404, { error: "There is nothing here: GET /ctl lists the actions." });
  }
}

function logOf(control: SandboxControl, { query }: ReceivedRequest): Json {
  const number = (name: string) => (query.has(name) ? Number(query.get(name)) : undefined);
  const requests = control.requests({
    path: query.get("path"),
    persona: query.get("persona"),
    sinceSerial: number("since"),
    limit: number("limit"),
  });
  return { counts: asJson(control.requestCounts()), requests: asJson(requests), total: requests.length };
}

/** What is set now; no secret and no token is in it. */
function stateOf({ settings, clock, state }: World, control: SandboxControl): Json {
  const { app, ...rest } = settings;
  const { appSecret: _secret, ...shownApp } = app;
  return asJson({
    now: clock.now(),
    offsetSeconds: clock.offsetSeconds(),
    anchor: state.anchor,
    settings: { ...rest, app: shownApp },
    authorizations: Object.values(state.authorizations),
    faults: control.faults().length,
  });
}

function jsonInput({ body }: ReceivedRequest): Readonly<Record<string, unknown>> {
  if (body.length === 0) return {};
  const parsed = parseJson(body.toString("utf8"));
  if (isRecord(parsed)) return parsed;
  throw new ControlError("The body must be a JSON object.");
}

/** curl calls every body a form: what begins like an object is read as one. */
function isFormPost({ contentType, body }: ReceivedRequest): boolean {
  return (
    mediaType(contentType) === "application/x-www-form-urlencoded" && !body.toString("utf8").trimStart().startsWith("{")
  );
}

/** A form's fields; an empty field is an absent one. */
function formInput({ body }: ReceivedRequest): Readonly<Record<string, unknown>> {
  return Object.fromEntries([...new URLSearchParams(body.toString("utf8"))].filter(([, value]) => value !== ""));
}

/** A web page of another origin must not drive the sandbox; tests and curl send no Origin. */
function isSameOrigin({ headers }: ReceivedRequest): boolean {
  const { origin, host } = headers;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}

function json(status: number, body: Json): Answer {
  return textAnswer(status, "application/json", JSON.stringify(body));
}
