import { changeStory, type IncomeMetrics, type SideMetrics, scoreIncome } from "@lendfriend/credit-score";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { sampleInputs } from "#server/testing/sample-inputs.ts";
import { ChangeCard } from "./ChangeCard.tsx";

function stored(inputs: IncomeMetrics) {
  return { inputs, report: scoreIncome(inputs) };
}

const older = stored(sampleInputs);

describe("ChangeCard", () => {
  const few = stored({ ...sampleInputs, asOf: sampleInputs.asOf + 86_400, orderCount: 3 });

  it("shows parts that add up to the difference as it is shown", () => {
    const story = changeStory(older, few);
    const html = renderToStaticMarkup(<ChangeCard story={story} locale="en-US" />);
    const shown = [...html.matchAll(/>([+−]?\d+\.\d{3})<\/td><\/tr>/g)].map(([, text = ""]) =>
      Number(text.replace("−", "-")),
    );
    const total = shown.pop() ?? Number.NaN;
    expect(html).toContain("Ceilings on the score");
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.reduce((sum, points) => sum + points, 0)).toBeCloseTo(total, 9);
    expect(total).toBeCloseTo(few.report.score - older.report.score, 9);
  });

  it("has words for a first score and for one that nothing moved", () => {
    expect(renderToStaticMarkup(<ChangeCard story={null} locale="en-US" />)).toContain("first score");
    const still = renderToStaticMarkup(<ChangeCard story={changeStory(older, older)} locale="en-US" />);
    expect(still).toContain("Nothing moved the score.");
    expect(still).not.toContain("<table");
  });

  it("names an item that became unavailable", () => {
    const seller = sampleInputs.seller && {
      ...sampleInputs.seller,
      dispatch: { status: "withheld", permissions: ["a.permission"] } as const,
    };
    const html = renderToStaticMarkup(
      <ChangeCard story={changeStory(older, stored({ ...sampleInputs, seller }))} locale="en-US" />,
    );
    expect(html).toMatch(/href="\/model#on_time_dispatch"[^>]*>Dispatched on time</);
    expect(html).toContain("Measured before, permission not given now.");
  });

  it("tells each figure in its own unit, and the reason where no figure tells it", () => {
    const { seller } = sampleInputs;
    const rated = (satisfaction: SideMetrics["satisfaction"], state: "good" | "ended") =>
      stored({
        ...sampleInputs,
        seller: seller && { ...seller, satisfaction, standing: { status: "available", state } },
      });
    const shop = rated({ status: "available", source: "shop_score", value: 4.4 }, "good");
    const chats = rated({ status: "available", source: "chat_satisfaction", value: 88.2 }, "ended");
    const html = renderToStaticMarkup(<ChangeCard story={changeStory(shop, chats)} locale="en-US" />);
    expect(html).toContain("4.4 of 5 before, 88.2% now.");
    const standing = chats.report.factors.reliability.items.find(({ code }) => code === "platform_standing");
    expect(html).toContain(standing?.reason);
  });

  it("does not compare items of two models", () => {
    const foreign = { inputs: few.inputs, report: { ...few.report, model: "other", modelHash: "other" } };
    const html = renderToStaticMarkup(<ChangeCard story={changeStory(older, foreign)} locale="en-US" />);
    expect(html).toContain("different versions of the model");
    expect(html).not.toContain("The older figures");
  });
});
