import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { ScoreHistoryEntry } from "#server/contract.ts";
import { catalogue } from "#words/catalogue.ts";
import { HistoryCard } from "./HistoryCard.tsx";

const words = catalogue.en.score.history;

const oldest: ScoreHistoryEntry = {
  asOf: "2026-11-01T06:00:00.000Z",
  score: 41.25,
  tier: "Building",
  provisional: true,
  snapshotHash: "1",
  model: "ttshop-1",
  modelHash: "a",
};
const middle: ScoreHistoryEntry = {
  ...oldest,
  asOf: "2026-11-02T06:00:00.000Z",
  snapshotHash: "2",
  provisional: false,
};
const newest: ScoreHistoryEntry = {
  asOf: "2026-11-20T06:00:00.000Z",
  score: 61.5,
  tier: "Growing",
  provisional: false,
  snapshotHash: "3",
  model: "ttshop-2",
  modelHash: "b",
};

function render(entries: readonly ScoreHistoryEntry[]): string {
  return renderToStaticMarkup(<HistoryCard entries={entries} locale="en-US" />);
}

describe("the score history", () => {
  it("draws every score with its time and points, over the four tiers", () => {
    const html = render([newest, middle, oldest]);

    expect(html.match(/<circle/g)).toHaveLength(3);
    expect(html).toContain("<title>Nov 20, 2026, 6:00 AM UTC: 61.5, Growing</title>");
    for (const tier of ["New", "Building", "Growing", "Established"]) expect(html).toContain(`>${tier}</text>`);
    expect(html).toContain("3 scores from Nov 1 to Nov 20, between 41.2 and 61.5; the newest is 61.5.");
  });

  it("counts one score as one", () => {
    expect(render([oldest])).toContain("1 score from Nov 1 to Nov 1, between 41.2 and 41.2");
  });

  it("joins scores of following days, and leaves a silence open", () => {
    const lines = render([newest, middle, oldest]).match(/<line[^>]*stroke-chart-1[^>]*>/g);

    expect(lines).toHaveLength(1);
  });

  it("has every score in a table, with its change and what is to be known of it", () => {
    const html = render([newest, middle, oldest]);

    const rows = (html.match(/<tbody>.*<\/tbody>/)?.[0] ?? "")
      .split("</tr>")
      .map((row) => row.replaceAll(/<[^>]*>/g, "|"));
    expect(rows[0]).toContain("Nov 20, 2026, 6:00 AM UTC");
    expect(rows[0]).toContain("+20.3");
    expect(rows[0]).toContain("new version of the model (ttshop-2), after 18 days without a score");
    expect(rows[1]).toContain("0.0");
    expect(rows[2]).toContain(words.first);
    expect(rows[2]).toContain(words.provisional);
  });

  it("tells of a newer model only where there was one", () => {
    expect(render([newest, middle])).toContain(words.modelLegend);
    expect(render([middle, oldest])).not.toContain(words.modelLegend);
  });

  it("draws a first score by itself", () => {
    const html = render([oldest]);

    expect(html).toContain(words.one);
    expect(html.match(/<circle/g)).toHaveLength(1);
    expect(html).not.toContain("NaN");
  });
});
