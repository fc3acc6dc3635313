import { scoreIncome } from "@lendfriend/credit-score";
import { describe, expect, it } from "vitest";
import { createWorld, signIn } from "#server/testing/memory-world.ts";
import { sampleInputs } from "#server/testing/sample-inputs.ts";

async function scored() {
  const world = createWorld();
  world.stored.inputs = sampleInputs;
  const { session } = await signIn(world.app);
  return { tryWhatIf: world.app.tryWhatIf.bind(world.app, session), world, session };
}

describe("tryWhatIf", () => {
  it("answers the stored inputs' own score when nothing is changed", async () => {
    const { tryWhatIf } = await scored();

    expect(await tryWhatIf({})).toEqual({ score: scoreIncome(sampleInputs).score, delta: 0 });
  });

  it("raises the score when fewer sales are refunded, by the difference that it names", async () => {
    const { tryWhatIf } = await scored();

    const { score, delta } = await tryWhatIf({ refundRate: 0.01 });

    expect(delta).toBeGreaterThan(0);
    expect(score - delta).toBeCloseTo(scoreIncome(sampleInputs).score, 9);
  });

  it.each([
    ["a lever that does not exist", { score: 100 }],
    ["a lever named like a part of objects", { constructor: 1 }],
    ["text", { refundRate: "0.01" }],
    ["a value out of range", { refundRate: 2 }],
    ["a figure that was not measured", { shopScore: 5 }],
  ])("refuses %s", async (_, changes) => {
    const { tryWhatIf } = await scored();

    await expect(tryWhatIf(changes)).rejects.toMatchObject({ code: "bad_request" });
  });

  it("has nothing to change before the first score", async () => {
    const { tryWhatIf, world } = await scored();
    world.stored.inputs = null;

    await expect(tryWhatIf({})).rejects.toMatchObject({ code: "not_found" });
  });
});
