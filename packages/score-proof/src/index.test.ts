import { expect, test } from "vitest";
import * as surface from "./index.ts";

test("the package exports these names and no others", () => {
  expect(Object.keys(surface).sort()).toMatchInlineSnapshot(`
    [
      "canonicalDecimal",
      "claimText",
      "disclose",
      "isInTree",
      "leafHash",
      "longestLifeSeconds",
      "maxLeaves",
      "merkleProof",
      "merkleRoot",
      "revocationListSchema",
      "revocationTypedData",
      "scoreDigest",
      "scoreDomain",
      "scoreTypedData",
      "signRevocations",
      "signScore",
      "signedScoreSchema",
      "verifySignedScore",
    ]
  `);
});
