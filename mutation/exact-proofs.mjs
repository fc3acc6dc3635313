import { settings } from "./settings.mjs";

/** Exact money, and scores that a lender can check without us. */
export default settings({
  name: "exact-proofs",
  folder: "packages",
  sources: ["connector/src/money.ts", "score-proof/src/*.ts"],
});
