import { expect, test } from "vitest";
import { runGoldens } from "./run-goldens.ts";

test("every golden scores the same in any time zone and locale", { timeout: 60_000 }, () => {
  const lines = runGoldens(process.execPath);

  expect(new Set(lines).size).toBe(5);
  for (const line of lines) expect(line).toContain("6 of 6 identical");
});
