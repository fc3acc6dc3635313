import { describe, expect, it } from "vitest";
import { wordsOf } from "#words/catalogue.ts";
import { connectionErrorCodes, connectionErrorText, tikTokShopMarkets } from "./connection-errors.ts";

describe("connectionErrorText", () => {
  it.each([
    ["no_active_shop", "No active TikTok Shop found. Please set up your shop first."],
    ["region_not_supported", "TikTok Shop is not available in your region yet."],
  ])("says %s in the agreed words", (code, title) => {
    expect(textOf(code).title).toBe(title);
  });

  it.each(connectionErrorCodes)("says for %s what happened, how to go on, and that nothing was lost", (code) => {
    const text = textOf(code);

    expect(text.title).not.toBe("");
    expect(text.retry).not.toBe("");
    expect(text.body.at(-1)).toMatch(/^Nothing was lost/);
  });

  it("lists all sixteen markets by name when the region is refused", () => {
    const body = textOf("region_not_supported").body.join(" ");

    expect(tikTokShopMarkets).toHaveLength(16);
    expect(body).toContain(
      "Brazil, France, Germany, Indonesia, Ireland, Italy, Japan, Malaysia, Mexico, Philippines, Singapore, Spain, Thailand, United Kingdom, United States, Vietnam",
    );
  });

  it("names each missing permission in words and by its key", () => {
    const body = textOf("missing_permissions", ["seller.order.info"]).body.join(" ");

    expect(body).toContain("Orders (seller.order.info)");
  });

  it("names the account that brings the shop already", () => {
    expect(textOf("shop_in_other_account").body).toContain("It comes through Steady Goods.");
  });

  it("reads a code that nobody knows as unexpected", () => {
    expect(textOf("constructor").title).toBe("Something went wrong while connecting.");
  });
});

function textOf(code: string, scopes: readonly string[] = []) {
  return connectionErrorText(wordsOf("en-US", "connections"), { code, scopes, holder: "Steady Goods" }, "en-US");
}
