import { describe, expect, it } from "vitest";
import { combineSides, measured, tooShort, unmeasured } from "./assessment.ts";
import { say } from "./messages.ts";

const unavailable = unmeasured({ status: "unavailable_platform", explanation: "Not here." }, "refund_rate");
const withheld = unmeasured({ status: "withheld", permissions: ["orders.read"] }, "refund_rate");
const shop = measured(0.8, 0.05, [say("seller_business", {})]);
const creator = measured(0.2, 0.01, [say("seller_creator", {}), say("rate_read_as", { rate: "5.4" })]);

describe("two sides of one borrower", () => {
  it("are weighed by the shops' share of net", () => {
    const both = combineSides(shop, creator, 0.75);
    expect(both.fraction).toBeCloseTo(0.65, 12); // .75 × .8 + .25 × .2
    expect(both.value).toBeCloseTo(0.04, 12); // .75 × .05 + .25 × .01
    expect(both.text).toBe(`Shops: ${shop.text} Creator accounts: ${creator.text}`);
    expect(both.said.map(({ code }) => code)).toEqual([
      "shops_say",
      "seller_business",
      "creators_say",
      "seller_creator",
      "rate_read_as",
    ]);
  });

  it.each([
    { seller: shop, other: null },
    { seller: shop, other: unavailable },
  ])("leave the item to the shops where case %# has no creator figure", ({ seller, other }) => {
    expect(combineSides(seller, other, 0.1)).toBe(seller);
  });

  it("leave the item to the creator where the platform gives none for shops", () => {
    expect(combineSides(unavailable, creator, 0.9)).toBe(creator);
  });

  it("are unavailable only when neither has a figure", () => {
    expect(combineSides(unavailable, unavailable, 0.5).status).toBe("unavailable_platform");
  });

  it("count a withheld side as nothing and name its permission", () => {
    const both = combineSides(withheld, creator, 0.75);
    expect(both).toMatchObject({ status: "scored", permissions: ["orders.read"] });
    expect(both.fraction).toBeCloseTo(0.05, 12); // .75 × 0 + .25 × .2
  });

  it("have too little history when neither could be scored", () => {
    const short = tooShort("INSUFFICIENT_HISTORY", say("nothing_to_compare", {}));
    expect(combineSides(short, withheld, 0.5)).toMatchObject({ status: "insufficient_history", fraction: 0 });
    expect(combineSides(null, null, 0.5)).toEqual({
      status: "insufficient_history",
      reasonCode: "INSUFFICIENT_HISTORY",
      fraction: 0,
      value: null,
      permissions: [],
      said: [{ code: "nothing_imported", values: {} }],
      text: "Nothing has been imported yet.",
    });
  });

  it("say what the better measured one says, on its scale, whichever side it is", () => {
    const scale = { threshold: 4.8, unit: "score_5" } as const;
    const scaled = measured(0.5, 4.2, [say("shop_score", { value: "4.2", full: "4.8" })], { scale });
    for (const both of [combineSides(scaled, withheld, 0.5), combineSides(withheld, scaled, 0.5)]) {
      expect(both).toMatchObject({ status: "scored", reasonCode: "MEASURED", value: 4.2, fraction: 0.25, scale });
    }
    expect(combineSides(shop, creator, 0.5)).not.toHaveProperty("scale");
  });

  it("name each permission once", () => {
    const other = unmeasured({ status: "withheld", permissions: ["orders.read", "more.read"] }, "refund_rate");
    expect(combineSides(withheld, other, 0.5)).toMatchObject({
      status: "withheld",
      value: null,
      permissions: ["orders.read", "more.read"],
    });
  });
});

it("tells which permission restores a withheld item", () => {
  expect(withheld.text).toBe("The refund rate cannot be read without permission. Granting orders.read restores it.");
});
