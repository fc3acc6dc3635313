import { expect, it } from "vitest";
import * as creditScore from "./index.ts";

it("exports exactly what other packages may use", () => {
  expect(Object.keys(creditScore).sort()).toEqual([
    "WhatIfError",
    "areRefundsKnown",
    "canonicalHash",
    "canonicalJson",
    "changeStory",
    "confidenceAt",
    "messageValues",
    "modelHash",
    "nextTier",
    "principalReasons",
    "reconciledShare",
    "saysItsTexts",
    "scoreIncome",
    "snapshotHash",
    "tierOf",
    "ttshop1",
    "whatIf",
    "whatIfLevers",
  ]);
});
