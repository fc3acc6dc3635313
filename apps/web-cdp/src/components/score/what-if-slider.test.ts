import type { WhatIfLever } from "@lendfriend/credit-score";
import { describe, expect, it } from "vitest";
import { sliderRange, snapToStep } from "./what-if-slider.ts";

const lever: WhatIfLever = {
  name: "monthlyNetUsd",
  label: "Net revenue a month",
  unit: "usd_month",
  value: 4_754.5,
  min: 0,
  max: 1_000_000,
  step: 100,
};

describe("sliderRange", () => {
  it("ends where a thumb can still aim, yet past today's value and the last points", () => {
    expect(sliderRange(lever)).toEqual({ from: 0, to: 25_000 });
    expect(sliderRange({ ...lever, value: 60_000 }).to).toBe(120_000);
  });

  it("never passes what the model takes", () => {
    expect(sliderRange({ ...lever, max: 10_000 }).to).toBe(10_000);
  });
});

describe("snapToStep", () => {
  it("keeps today's exact value although it stands between two steps", () => {
    expect(snapToStep(lever, 4_754.5)).toBe(4_754.5);
    expect(snapToStep(lever, 4_740)).toBe(4_754.5);
  });

  it("moves by whole steps elsewhere, without the noise of floats", () => {
    expect(snapToStep(lever, 4_861)).toBe(4_900);
    expect(snapToStep({ ...lever, step: 0.005, value: 0.05, max: 1 }, 0.0151)).toBe(0.015);
  });

  it("stays inside the range", () => {
    expect(snapToStep(lever, -20)).toBe(0);
    expect(snapToStep({ ...lever, max: 9_000 }, 12_000)).toBe(9_000);
  });
});
