import { readdirSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";
import { beforeEach, describe, expect, it } from "vitest";
import * as served from "#app/api/openapi.json/route.ts";
import { statusByCode } from "#server/errors.ts";
import { createBrowser, serveWorld, signedInBrowser } from "#server/testing/browser.ts";
import { testOrigin } from "#server/testing/memory-world.ts";
import { createAnswerCheck } from "./answer-check.ts";
import { openApiDocument } from "./document.ts";
import { operations } from "./operations.ts";

const folder = new URL("../../app/api/", import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith("/route.ts") && file !== "[...path]/route.ts",
);
const document = openApiDocument(testOrigin);

type Route = Record<string, Parameters<ReturnType<typeof createBrowser>["visit"]>[0]>;

/** `shares/[id]/route.ts` is `/api/shares/{id}`. */
function pathOf(file: string): string {
  return `/api/${file.replace(/\/route\.ts$/, "").replaceAll(/\[(\w+)\]/g, "{$1}")}`;
}

function routeOf(path: string): Promise<Route> {
  const file = files.find((candidate) => pathOf(candidate) === path);
  return import(new URL(file ?? "", folder).href);
}

/** The verbs that a route has, by its own word. */
async function verbsOf(file: string): Promise<readonly string[]> {
  const route: Route = await import(new URL(file, folder).href);
  const refused = await createBrowser().visit(route.OPTIONS ?? missing, { method: "OPTIONS", path: "/api/x" });
  return (refused.headers.get("allow") ?? "").toLowerCase().split(", ").sort();
}

const missing = () => Promise.reject(new Error("a route leaves OPTIONS to Next"));

const every = Object.entries(operations).flatMap(([path, verbs]) =>
  Object.entries(verbs).map(([verb, operation]) => ({ path, verb, operation })),
);

beforeEach(() => {
  serveWorld();
});

describe("the HTTP document", () => {
  it("names every route and verb under /api, and nothing else", async () => {
    const real = await Promise.all(files.map(async (file) => [pathOf(file), await verbsOf(file)] as const));
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
    const handler = (await routeOf(path))[verb.toUpperCase()] ?? missing;
    const response = await createBrowser().visit(handler, visit);

    if (operation.session) expect(response.status).toBe(401);
    expect(await problemOf(verb, path, response)).toBeNull();
  });

  it("answers a person without a shop as documented", async () => {
    const handler = (await routeOf(path))[verb.toUpperCase()] ?? missing;
    const browser = await signedInBrowser();
    const response = await browser.visit(handler, { ...visit, params: { id: "none", wallet: "none" } });

    if (operation.session) expect(response.status).not.toBe(401);
    expect(await problemOf(verb, path, response)).toBeNull();
  });
});
