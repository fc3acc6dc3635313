import { afterEach, describe, expect, it, vi } from "vitest";
import creator from "./fixtures/creator.json" with { type: "json" };
import declining from "./fixtures/declining-two-currencies.json" with { type: "json" };
import empty from "./fixtures/empty-shop.json" with { type: "json" };
import hybrid from "./fixtures/hybrid.json" with { type: "json" };
import steady from "./fixtures/steady-seller.json" with { type: "json" };
import young from "./fixtures/young-seller.json" with { type: "json" };
import type { IncomeMetrics } from "./income-metrics.ts";
import { scoreIncome } from "./score-income.ts";

const goldens = { creator, declining, empty, hybrid, steady, young };

/** Safe: the fixtures were written from typed metrics; JSON modules widen their literals. */
function inputsOf(golden: { readonly inputs: unknown }): IncomeMetrics {
  return golden.inputs as IncomeMetrics;
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe.each(Object.entries(goldens))("the golden snapshot %s", (_, golden) => {
  it("re-scores to the same thousandths and the same hash", () => {
    const report = scoreIncome(inputsOf(golden));
    const items = Object.values(report.factors).flatMap((factor) =>
      factor.items.map((item) => [item.code, [item.millipoints, item.maxMillipoints]]),
    );
    expect({
      millipoints: report.millipoints,
      items: Object.fromEntries(items),
      caps: report.caps.map((cap) => cap.code),
      tier: report.tier,
      confidence: report.confidence,
      integrity: report.integrity,
      snapshotHash: report.snapshotHash,
    }).toEqual(golden.expected);
  });

  it.each(["Pacific/Kiritimati", "America/St_Johns", "Asia/Kathmandu"])("does so in %s", (zone) => {
    vi.stubEnv("TZ", zone);
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toMatch(zone === "Asia/Kathmandu" ? /Kat/ : zone);
    expect(scoreIncome(inputsOf(golden)).snapshotHash).toBe(golden.expected.snapshotHash);
  });

  it("asks no locale", () => {
    const refuse = () => {
      throw new Error("a score must not depend on the locale");
    };
    vi.spyOn(Number.prototype, "toLocaleString").mockImplementation(refuse);
    vi.spyOn(String.prototype, "localeCompare").mockImplementation(refuse);
    vi.spyOn(String.prototype, "toLocaleLowerCase").mockImplementation(refuse);
    vi.spyOn(Date.prototype, "toLocaleString").mockImplementation(refuse);
    vi.spyOn(Intl, "NumberFormat").mockImplementation(refuse);
    vi.spyOn(Intl, "DateTimeFormat").mockImplementation(refuse);
    const { snapshotHash } = scoreIncome(inputsOf(golden));
    vi.restoreAllMocks();
    expect(snapshotHash).toBe(golden.expected.snapshotHash);
  });
});
