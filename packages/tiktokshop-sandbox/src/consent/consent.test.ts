import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../sandbox.ts";
import { tokenCall } from "../testing.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ app: { redirectUrl: "http://localhost:3000/api/tiktokshop/callback?kept=1" } });
});
afterAll(() => sandbox.close());

const sellerLink = (query = "") =>
  `${sandbox.url}/open/authorize?service_id=${sandbox.app.serviceId}&state=st%2Bate${query}`;
const creatorLink = (query = "&state=s1") =>
  `${sandbox.url}/alliance/creator/auth?app_key=${sandbox.app.appKey}${query}`;
const decide = async (url: string) => new URL((await fetch(url, { redirect: "manual" })).headers.get("location") ?? "");
const post = async (path: string, fields: readonly (readonly [string, string])[]) =>
  new URL(
    (
      await fetch(`${sandbox.url}${path}`, {
        method: "POST",
        redirect: "manual",
        body: new URLSearchParams(fields.map(([key, value]): [string, string] => [key, value])),
      })
    ).headers.get("location") ?? "",
  );

describe("the redirect", () => {
  it("after Allow has key, code, locale, region and the state unchanged, and keeps the app's own query", async () => {
    const target = await decide(sellerLink("&persona=declining-seller&auto=allow"));

    expect(target.origin + target.pathname).toBe("http://localhost:3000/api/tiktokshop/callback");
    expect([...target.searchParams.keys()].sort()).toEqual([
      "app_key",
      "code",
      "kept",
      "locale",
      "shop_region",
      "state",
    ]);
    expect([
      target.searchParams.get("state"),
      target.searchParams.get("shop_region"),
      target.searchParams.get("locale"),
    ]).toEqual(["st+ate", "GB", "en-GB"]);
    expect(
      (await tokenCall(sandbox, "get", { auth_code: target.searchParams.get("code") ?? "" })).data.seller_name,
    ).toBe("Fen and Fable Prints");
  });

  it("after Deny has the word null as code, and auth_denied", async () => {
    const target = await decide(sellerLink("&auto=deny"));

    expect([
      target.searchParams.get("code"),
      target.searchParams.get("error"),
      target.searchParams.get("state"),
    ]).toEqual(["null", "auth_denied", "st+ate"]);
    expect(
      sandbox.control
        .personas()
        .every(({ activeAuthorizations, id }) => activeAuthorizations === 0 || id === "declining-seller"),
    ).toBe(true);
  });

  it("without a state in the link has none, as an installation from the app store", async () => {
    const target = await decide(
      `${sandbox.url}/open/authorize?service_id=${sandbox.app.serviceId}&persona=new-shop&auto=allow`,
    );

    expect(target.searchParams.has("state")).toBe(false);
  });
});

describe("the page", () => {
  it.each(["/open/authorize", "/us/open/authorize"])(
    "%s offers every seller, the scopes, Allow and Deny",
    async (path) => {
      const response = await fetch(
        `${sandbox.url}${path}?service_id=${sandbox.app.serviceId}&state=%22%3E%3Cscript%3E`,
      );
      const text = await response.text();

      expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
      for (const id of ["worked-seller", "steady-seller", "no-shop", "cross-border"])
        expect(text).toContain(`data-persona="${id}"`);
      expect(text).not.toContain('data-persona="us-creator"');
      expect(text).toMatch(/<button[^>]*>Allow<\/button>/);
      expect(text).toMatch(/<button[^>]*>Deny<\/button>/);
      expect(text).toContain('data-scope="seller.order.info"');
      expect(text).not.toContain('"><script>');
    },
  );

  it("a posted form decides like the link", async () => {
    const fields = [
      ["service_id", sandbox.app.serviceId],
      ["state", "x"],
      ["persona", "new-shop"],
    ] as const;

    const allowed = await post("/open/authorize", [...fields, ["decision", "allow"]]);
    const denied = await post("/open/authorize", [...fields, ["decision", "deny"]]);

    expect([allowed.searchParams.get("state"), allowed.searchParams.has("error")]).toEqual(["x", false]);
    expect(denied.searchParams.get("error")).toBe("auth_denied");
  });

  it("a creator may untick scopes", async () => {
    const target = await post("/alliance/creator/auth", [
      ["app_key", sandbox.app.appKey],
      ["state", "x"],
      ["persona", "us-creator"],
      ["scope", "creator.affiliate.info"],
      ["decision", "allow"],
    ]);

    const { data } = await tokenCall(sandbox, "get", { auth_code: target.searchParams.get("code") ?? "" });

    expect(data.granted_scopes).toEqual(["creator.affiliate.info"]);
  });

  it.each([
    ["a creator link without a state", () => creatorLink("")],
    ["a creator link of another app", () => `${sandbox.url}/alliance/creator/auth?app_key=other&state=1`],
    ["a seller link of another service", () => `${sandbox.url}/open/authorize?service_id=1&state=1`],
    ["a creator persona on a seller link", () => sellerLink("&persona=us-creator&auto=allow")],
    ["an unknown persona", () => sellerLink("&persona=nobody&auto=allow")],
  ])("%s is an error page and no redirect", async (_name, link) => {
    const response = await fetch(link(), { redirect: "manual" });

    expect([response.status, response.headers.get("location")]).toEqual([400, null]);
  });
});
