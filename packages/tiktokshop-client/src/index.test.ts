import { expect, test } from "vitest";
import * as exported from "./index.ts";

test("the public surface changes on purpose only", () => {
  expect(Object.keys(exported).sort()).toEqual([
    "FigureSums",
    "InsightsBook",
    "createTikTokShopClient",
    "createTikTokShopConnector",
    "explanations",
    "familyOf",
    "figureName",
    "figureTotal",
    "figureValues",
    "incomeMetrics",
    "recordsByOrder",
    "recordsSource",
    "revenueData",
    "shownFigures",
    "spreadNames",
    "tieOut",
  ]);
});
