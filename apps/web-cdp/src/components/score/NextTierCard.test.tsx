import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { sampleInputs } from "#server/testing/sample-inputs.ts";
import { NextTierCard } from "./NextTierCard.tsx";

it("names the next tier, what is needed, and which changes are not enough alone", () => {
  const html = renderToStaticMarkup(<NextTierCard inputs={sampleInputs} locale="en-US" />);

  expect(html).toMatch(/To reach (Established|Growing)/);
  expect(html).toMatch(/points more are needed: it begins at (75|55)\./);
  expect(html).toContain("Net revenue a month");
  expect(html).toContain("not enough alone");
  expect(html).not.toContain("as now (0)");
});
