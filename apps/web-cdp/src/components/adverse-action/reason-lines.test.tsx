import type { PrincipalReason } from "@lendfriend/credit-score";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { Locale } from "#lib/format.ts";
import { ReasonLines } from "./ReasonLines.tsx";

const text = "12% of sales by value was refunded. All points at 2% or less.";

const reason: PrincipalReason = {
  ...{ code: "refund_rate", factor: "reliability", reasonCode: "MEASURED", pointsLost: 4.5, text },
  said: [{ code: "refunds_of_sales", values: { rate: "12", full: "2" } }],
  ...{ value: 0.12, threshold: 0.02, unit: "share" },
};

const render = (locale: Locale, given: PrincipalReason) =>
  renderToStaticMarkup(<ReasonLines reasons={[given]} locale={locale} />);

describe("the principal reasons of a decision", () => {
  it.each(["en-US", "en-GB"] as const)("are told in %s as the notice names them", (locale) => {
    expect(render(locale, reason)).toContain(`<p class="mt-0.5">${text}</p>`);
  });

  it.each([
    ["id-ID", "12%"],
    ["vi-VN", "12%"],
    ["th-TH", "12%"],
    ["de-DE", "12\u00a0%"],
  ] as const)("are told in the words of who reads %s", (locale, rate) => {
    const html = render(locale, reason);

    expect(html).not.toContain("refunded");
    expect(html).not.toContain('lang="en"');
    expect(html).toContain(rate);
  });

  it("keep their words, and only those, where figures were not shared", () => {
    const { said: _, ...plain } = reason;
    const html = render("de-DE", { ...plain, said: [{ code: "refunds_of_sales" }], value: null, threshold: null });

    expect(html).not.toContain("refunded");
    expect(html).not.toMatch(/12|undefined|…/);
  });

  it("stay in English, and are marked so, where a score has no codes", () => {
    const { said: _, ...uncoded } = reason;

    expect(render("th-TH", uncoded)).toContain(`lang="en">${text}</p>`);
  });
});
