import { Validator } from "@seriousme/openapi-schema-validator";
import { beforeEach, describe, expect, it } from "vitest";
import * as served from "#app/api/openapi.json/route.ts";
import { statusByCode } from "#server/errors.ts";
import { createBrowser, serveWorld, signedInBrowser } from "#server/testing/browser.ts";
import { testOrigin } from "#server/testing/memory-world.ts";
import { handlerOf, routePaths } from "#server/testing/routes.ts";
import { createAnswerCheck } from "./answer-check.ts";
import { openApiDocument } from "./document.ts";
import { operations } from "./operations.ts";

const document = openApiDocument(testOrigin);

/** `shares/[id]` is `/api/shares/{id}`. */
function addressOf(path: string): string {
  return `/api/${path.replaceAll(/\[(\w+)\]/g, "{$1}")}`;
}

/** Where the route of an address is. */
function pathOf(address: string): string {
  const path = routePaths.find((candidate) => addressOf(candidate) === address);
  if (path === undefined) throw new Error(`nothing stands at ${address}`);
  return path;
}

/** The verbs that a route has, by its own word. */
async function verbsOf(path: string): Promise<readonly string[]> {
  const refused = await createBrowser().visit(await handlerOf(path, "OPTIONS"), { method: "OPTIONS", path: "/api/x" });
  return (refused.headers.get("allow") ?? "").toLowerCase().split(", ").sort();
}

const every = Object.entries(operations).flatMap(([path, verbs]) =>
  Object.entries(verbs).map(([verb, operation]) => ({ path, verb, operation })),
);

beforeEach(() => {
  serveWorld();
});

describe("the HTTP document", () => {
  it("names every route and verb under /api, and nothing else", async () => {
    const real = await Promise.all(routePaths.map(async (path) => [addressOf(path), await verbsOf(path)] as const));
    const told = Object.entries(document.paths ?? {}).map(([path, verbs]) => [path, Object.keys(verbs).sort()]);

    expect(
      Object.fromEntries(told),
      "describe a new route or verb in src/server/openapi/*-operations.ts, with schemas of its input and answers",
    ).toEqual(Object.fromEntries(real));
  });

  it("is made once, whatever address it is served from", () => {
    const other = openApiDocument("https://other.example");

    expect(other.paths).toBe(document.paths);
    expect([document, other].map(({ servers }) => servers)).toEqual([
      [{ url: testOrigin }],
      [{ url: "https://other.example" }],
    ]);
  });

  it("is valid OpenAPI 3.1", async () => {
    const result = await new Validator().validate(JSON.parse(JSON.stringify(document)));

    expect(result.errors).toBeUndefined();
    expect(result.valid).toBe(true);
  });

  it("gives each operation a name of its own", () => {
    const names = Object.values(document.paths ?? {}).flatMap((verbs) =>
      [verbs.get, verbs.post, verbs.delete].flatMap((operation) => operation?.operationId ?? []),
    );

    expect(new Set(names).size).toBe(every.length);
  });

  it("tells every code with which a request can be refused", () => {
    const { Error: schema } = document.components?.schemas ?? {};

    expect(schema).toMatchObject({
      properties: { error: { properties: { code: { enum: Object.keys(statusByCode) } } } },
    });
  });

  it("is what the site serves, to anybody", async () => {
    const response = await createBrowser().visit(served.GET, { path: "/api/openapi.json" });

    expect(response.headers.get("cache-control")).toBe("public, max-age=300");
    expect(await response.json()).toEqual(JSON.parse(JSON.stringify(document)));
  });
});

describe.each(every)("$verb $path", ({ path, verb, operation }) => {
  const problemOf = createAnswerCheck(document);
  const visit = { method: verb.toUpperCase(), path: path.replaceAll(/\{\w+\}/g, "none") };

  it("answers a stranger as documented", async () => {
    const response = await createBrowser().visit(await handlerOf(pathOf(path), visit.method), visit);

    if (operation.session) expect(response.status).toBe(401);
    expect(await problemOf(verb, path, response)).toBeNull();
  });

  it("answers a person without a shop as documented", async () => {
    const handler = await handlerOf(pathOf(path), visit.method);
    const browser = await signedInBrowser();
    const response = await browser.visit(handler, { ...visit, params: { id: "none", wallet: "none" } });

    if (operation.session) expect(response.status).not.toBe(401);
    expect(await problemOf(verb, path, response)).toBeNull();
  });
});
