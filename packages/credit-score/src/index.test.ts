import { expect, it } from "vitest";
import * as creditScore from "./index.ts";

it("exports exactly what other packages may use", () => {
  expect(Object.keys(creditScore).sort()).toEqual([
    "WhatIfError",
    "canonicalHash",
    "canonicalJson",
    "confidenceAt",
    "modelHash",
    "reconciledShare",
    "scoreIncome",
    "snapshotHash",
    "tierOf",
    "ttshop1",
    "whatIf",
    "whatIfLevers",
  ]);
});
