import { describe, expect, it } from "vitest";
import { csvLine } from "./csv.ts";

describe("a cell that a spreadsheet would run (J16)", () => {
  it.each([
    '=HYPERLINK("https://evil.example")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "|calc",
    "\t=1+1",
    "\n=1+1",
    " =1+1",
    "\u00a0=1+1",
    "\ufeff=1+1",
    "\uff1d1+1",
    "\uff20SUM(A1)",
  ])("%j is made plain text", (text) => {
    expect(csvLine([text]).replace(/^"/, "")).toMatch(/^'/);
  });

  it.each(["-12.5", "12", "2026-11-29T10:00:00Z", "a=b", "Net - gross", "ร้าน"])("%s stays as it is", (text) => {
    expect(csvLine([text])).toBe(`${text}\r\n`);
  });
});
