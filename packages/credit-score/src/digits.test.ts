import { expect, it } from "vitest";
import { change, decimal, money, percent, whole } from "./digits.ts";

it.each([
  [0, "0"],
  [0.5, "0.50"],
  [999, "999"],
  [1_234.5, "1234.50"],
  [1_234.005, "1234.01"],
  [-1_234.5, "-1234.50"],
])("writes the sum %d as %s", (amount, text) => {
  expect(money(amount)).toBe(text);
});

it.each([
  [0, "0"],
  [0.0512, "5.1"],
  [0.1, "10"],
  [1, "100"],
  [-0.25, "-25"],
])("writes the share %d as %s percent", (fraction, text) => {
  expect(percent(fraction)).toBe(text);
});

it.each([
  [0.25, "+25"],
  [0, "0"],
  [-0.25, "-25"],
])("writes the change %d as %s percent", (fraction, text) => {
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

it("writes a count whole", () => {
  expect([0, 1, 12.4].map(whole)).toEqual(["0", "1", "12"]);
});
