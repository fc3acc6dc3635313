import { type Guard, inApp, inServer } from "./guard.ts";

const inProof = (file: string) => `packages/score-proof/src/${file}`;
const verify = { file: inProof("verify.ts"), tests: inProof("verify.test.ts") };
const tree = { file: inProof("merkle.ts"), tests: inProof("merkle.test.ts") };
const link = {
  file: inApp("lib/score-link.ts"),
  tests: inApp("lib/score-link.test.ts"),
};
const issue = {
  file: inServer("use-cases/issue-signed-score.ts"),
  tests: inServer("use-cases/signed-scores.test.ts"),
};

const revocations = {
  file: inServer("use-cases/publish-revocations.ts"),
  tests: inServer("use-cases/signed-scores.test.ts"),
};

/** Guards of what a lender believes of a signed score. */
export const proofGuards: readonly Guard[] = [
  {
    ...revocations,
    name: "a list of revoked scores is signed once for many readers",
    find: "if (isSame &&",
    replace: "if (false &&",
  },
  {
    ...revocations,
    name: "a list that lacks a revoked score is not told again",
    find: "JSON.stringify(known.list.revoked) === JSON.stringify(revoked)",
    replace: "true",
  },
  {
    ...verify,
    name: "a signed score is of the deployment that the reader trusts",
    find: 'statement.issuer === trust.issuer ? null : "other_deployment"',
    replace: "null",
  },
  {
    ...verify,
    name: "a signed score is signed by a key that the reader trusts",
    find: 'trust.signers.includes(signer) ? null : "unknown_signer"',
    replace: "null",
  },
  {
    ...verify,
    name: "a statement that was altered is told",
    find: 'signed === "not_by_named_signer" ? "statement_altered" : null',
    replace: "null",
  },
  {
    ...verify,
    name: "a signed score has one signature",
    find: 'signed === "malleable" ? "malleable_signature" : null',
    replace: "null",
  },
  {
    ...verify,
    name: "a claim that was altered is told",
    find: 'genuine ? null : "disclosure_altered"',
    replace: "null",
  },
  {
    ...verify,
    name: "a claim is shown once",
    find: " && shown.size === disclosures.length",
    replace: "",
  },
  {
    ...verify,
    name: "a revoked score is told",
    find: 'revocation.state === "revoked" ? "revoked" : null',
    replace: "null",
  },
  {
    ...verify,
    name: "a signed score ends",
    find: 'if (now >= expiresAt) return "expired";',
    replace: "",
  },
  {
    ...verify,
    name: "a signed score does not begin in the future",
    find: 'return issuedAt > now + clockSkewSeconds ? "not_yet_valid" : null;',
    replace: "return null;",
  },
  {
    ...verify,
    name: "a signed score lives 90 days at most",
    find: " || life > longestLifeSeconds",
    replace: "",
  },
  {
    ...verify,
    name: "a signed score is of figures from before it",
    find: " || asOf > issuedAt + clockSkewSeconds",
    replace: "",
  },
  {
    ...verify,
    name: "a list of revocations is believed of a trusted key only",
    file: inProof("revocation.ts"),
    find: " || !trust.signers.includes(signer)",
    replace: "",
  },
  {
    ...verify,
    name: "a list of revocations is signed",
    file: inProof("revocation.ts"),
    find: 'if (signed !== "by_named_signer") return { state: "list_refused" };',
    replace: "void signed;",
  },
  {
    ...verify,
    name: "a list of revocations from before a score knows nothing of it",
    file: inProof("revocation.ts"),
    find: 'list.madeAt < issuedAt ? "list_too_old" : "not_listed"',
    replace: '"not_listed"',
  },
  {
    ...tree,
    name: "no claim stands beyond the signed count",
    find: " && position < tree.leafCount",
    replace: "",
  },
  {
    ...tree,
    name: "an inner node is no claim",
    find: "if (!fits || proof.length !== depthOf(tree.leafCount)) return false;",
    replace: "if (!fits) return false;",
  },
  {
    name: "a signature of one deployment is none of another",
    file: inProof("typed-data.ts"),
    find: "salt: keccak256(stringToHex(issuer))",
    replace: "salt: keccak256(stringToHex(issuer.slice(0, 0)))",
    tests: inProof("vectors.test.ts"),
  },
  {
    name: "nothing is signed that rests on returns which were not read",
    file: "packages/credit-score/src/are-refunds-known.ts",
    find: 'return seller === null || seller.refunds.status === "available";',
    replace: "return seller === null || seller.refunds !== null;",
    tests: inServer("signing/claims-of-snapshot.test.ts"),
  },
  {
    ...issue,
    name: "an old score is not signed",
    find: "if (issuedAt - signable.inputs.asOf > maxAgeDays * daySeconds) {",
    replace: "if (issuedAt < 0) {",
  },
  {
    ...verify,
    name: "nothing that is not signed rides along with a signed score",
    file: inProof("signed-score.ts"),
    find: "export const signedScoreSchema = z.strictObject({",
    replace: "export const signedScoreSchema = z.looseObject({",
    tests: inProof("signed-score.test.ts"),
  },
  {
    ...verify,
    name: "a number of a claim has one way of writing",
    file: inProof("claim.ts"),
    find: ".regex(/^(0|-?[1-9]\\d*|-?(0|[1-9]\\d*)\\.\\d*[1-9])$/)",
    replace: ".regex(/^-?\\d+(\\.\\d+)?$/)",
    tests: inProof("claim.test.ts"),
  },
  {
    ...issue,
    name: "each hidden claim has a salt of its own",
    find: 'hexText(Buffer.from(random(32)).toString("hex"))',
    replace: 'hexText("0".repeat(64))',
  },
  {
    ...link,
    name: "a link unpacks to no more than a file may be",
    find: "if (seen > maxFileBytes) controller.error(",
    replace: "if (seen < 0) controller.error(",
  },
  {
    name: "a saved list of revocations hides no newer one",
    file: inApp("components/verify/verifier.ts"),
    find: "(await newestList()) ?? savedList",
    replace: "savedList ?? (await newestList())",
    tests: inApp("components/verify/verifier.test.ts"),
  },
];
