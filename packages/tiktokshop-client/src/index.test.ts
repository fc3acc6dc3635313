import { expect, test } from "vitest";
import * as exported from "./index.ts";

test("the public surface changes on purpose only", () => {
  expect(Object.keys(exported).sort()).toEqual([
    "InsightsBook",
    "createTikTokShopClient",
    "createTikTokShopConnector",
    "incomeMetrics",
    "recordsByOrder",
    "recordsSource",
    "revenueData",
    "tieOut",
  ]);
});
