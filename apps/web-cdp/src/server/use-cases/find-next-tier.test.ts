import { nextTier } from "@lendfriend/credit-score";
import { expect, it } from "vitest";
import { createWorld, signIn } from "#server/testing/memory-world.ts";
import { sampleInputs } from "#server/testing/sample-inputs.ts";

it("answers from the wallet's newest inputs, and a path's score is what the what-if says", async () => {
  const world = createWorld();
  world.stored.inputs = sampleInputs;
  const { session } = await signIn(world.app);

  const next = await world.app.findNextTier(session);
  const [path] = next?.paths ?? [];

  expect(next).toEqual(nextTier(sampleInputs));
  expect(path?.outcome).toBe("reaches");
  const { score } = await world.app.tryWhatIf(session, { [path?.lever ?? ""]: path?.target ?? 0 });
  expect(score).toBe(path?.score);
});

it("answers from other figures once they are the newest", async () => {
  const world = createWorld();
  world.stored.inputs = sampleInputs;
  const { session } = await signIn(world.app);
  const before = await world.app.findNextTier(session);
  const other = { ...sampleInputs, asOf: sampleInputs.asOf - 200 * 86_400 };
  world.stored.inputs = other;

  const after = await world.app.findNextTier(session);

  expect(after).not.toEqual(before);
  expect(after).toEqual(nextTier(other));
  world.stored.inputs = sampleInputs;
  expect(await world.app.findNextTier(session)).toEqual(before);
});

it("has no next tier to name before the first score", async () => {
  const world = createWorld();
  const { session } = await signIn(world.app);

  await expect(world.app.findNextTier(session)).rejects.toMatchObject({ code: "not_found" });
});
