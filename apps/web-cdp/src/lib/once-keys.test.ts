import { expect, it } from "vitest";
import { createOnceKeys } from "./once-keys.ts";

it("a request that is tried again has the same key, another one or a later one has its own", () => {
  const keys = createOnceKeys();
  const first = keys.keyFor({ days: 30 });

  expect(keys.keyFor({ days: 30 })).toBe(first);
  const other = keys.keyFor({ days: 7 });
  expect(other).not.toBe(first);
  keys.done();
  expect(keys.keyFor({ days: 7 })).not.toBe(other);
});
