import { expect, test } from "vitest";
import { unexpectedLicences } from "./licences.ts";

test("a package under a licence that nobody agreed to is named (L03)", () => {
  const found = unexpectedLicences({
    MIT: [{ name: "fine" }],
    "(MIT OR GPL-3.0-only)": [{ name: "a-choice" }],
    "MIT AND GPL-3.0-only": [{ name: "both" }],
    "AGPL-3.0-only": [{ name: "strict" }],
    Unknown: [{ name: "silent" }, { name: "text-encoding-utf-8" }],
    "LGPL-3.0-or-later": [{ name: "@img/sharp-libvips-linux-x64" }],
  });

  expect(found).toEqual(["both: MIT AND GPL-3.0-only", "strict: AGPL-3.0-only", "silent: Unknown"]);
});
