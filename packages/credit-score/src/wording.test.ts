import { expect, it } from "vitest";
import { change, counted, decimal, percent, usd } from "./wording.ts";

it.each([
  [0, "$0"],
  [0.5, "$0.50"],
  [999, "$999"],
  [1_000, "$1,000"],
  [1_234.5, "$1,234.50"],
  [1_234.005, "$1,234.01"],
  [1_234_567, "$1,234,567"],
  [-1_234.5, "-$1,234.50"],
])("writes %d dollars as %s", (amount, text) => {
  expect(usd(amount)).toBe(text);
});

it.each([
  [0, "0%"],
  [0.0512, "5.1%"],
  [0.1, "10%"],
  [1, "100%"],
  [-0.25, "-25%"],
])("writes the share %d as %s", (fraction, text) => {
  expect(percent(fraction)).toBe(text);
});

it.each([
  [0.25, "+25%"],
  [0, "0%"],
  [-0.25, "-25%"],
])("writes the change %d as %s", (fraction, text) => {
  expect(change(fraction)).toBe(text);
});

it.each([
  [100, 0, "100"],
  [100, 2, "100"],
  [4.5, 2, "4.5"],
  [4.25, 1, "4.3"],
  [-0.001, 2, "0"],
  [-0.4, 0, "0"],
])("writes %d with at most %d decimals as %s", (value, decimals, text) => {
  expect(decimal(value, decimals)).toBe(text);
});

it.each([
  [0, "0 orders"],
  [1, "1 order"],
  [2, "2 orders"],
])("counts %d as %s", (count, text) => {
  expect(counted(count, "order")).toBe(text);
});
