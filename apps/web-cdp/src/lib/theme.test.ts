import { expect, it } from "vitest";
import { chooseTheme } from "./theme.ts";

it.each([
  ["dark", "dark"],
  ["light", "light"],
  ["system", "system"],
  [null, "system"],
  ["", "system"],
  ['dark" onload="', "system"],
])("a cookie of %j looks %s", (cookie, theme) => {
  expect(chooseTheme(cookie)).toBe(theme);
});
