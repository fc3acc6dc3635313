import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { actions } from "./control/actions.ts";
import * as sandboxExports from "./index.ts";
import { personas } from "./personas/directory.ts";

const readme = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");

it("the README names every persona and every control verb", () => {
  const missing = [...personas.map(({ id }) => id), ...Object.keys(actions)].filter(
    (name) => !readme.includes(`\`${name}\``),
  );

  expect(missing).toEqual([]);
});

it("the package exports exactly this", () => {
  expect(Object.keys(sandboxExports).sort()).toEqual([
    "ControlError",
    "PortError",
    "StateFileError",
    "buyerMarker",
    "demoApp",
    "startSandbox",
  ]);
});
