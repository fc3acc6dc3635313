import { nextTier, scoreIncome } from "@lendfriend/credit-score";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { sampleInputs } from "#server/testing/sample-inputs.ts";
import { NextTierCard } from "./NextTierCard.tsx";

describe("NextTierCard", () => {
  const html = renderToStaticMarkup(<NextTierCard next={nextTier(sampleInputs)} locale="en-US" />);

  it("says for each change the value now, the value needed and the score then", () => {
    const next = nextTier(sampleInputs);
    expect(html).toContain(`To reach ${next?.tier}`);
    expect(html).toMatch(/points more are needed: it begins at (75|55)\./);
    expect(html).not.toContain("as now (0)");
    const net = next?.paths.find(({ lever }) => lever === "monthlyNetUsd");
    expect(net?.outcome).toBe("reaches");
    expect(html).toContain(`From $3,000 a month now to $${net?.target.toLocaleString("en-US")} a month.`);
  });

  it("folds away what is not enough alone", () => {
    const [open, folded] = html.split("<details");
    expect(folded).toContain("Not enough alone");
    expect(folded).toContain("Even at ");
    expect(open).not.toContain("Even at ");
  });

  it("names the ceiling that holds a score", () => {
    const few = { ...sampleInputs, orderCount: 3 };
    expect(renderToStaticMarkup(<NextTierCard next={nextTier(few)} locale="en-US" />)).toContain(
      "Until then the score stops at 45",
    );
  });

  it("has words for no figures yet and for the highest tier", () => {
    expect(renderToStaticMarkup(<NextTierCard next={undefined} locale="en-US" />)).toContain("no figures yet");
    const top = { ...sampleInputs, netUsd: "90000" };
    expect(scoreIncome(top).tier).toBe("Established");
    expect(renderToStaticMarkup(<NextTierCard next={nextTier(top)} locale="en-US" />)).toContain("highest tier");
  });
});
