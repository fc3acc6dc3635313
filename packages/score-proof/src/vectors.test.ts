import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { concatHex, type Hex, keccak256, numberToHex, padHex, stringToHex } from "viem";
import { afterAll, expect, test } from "vitest";
import { disclose } from "./make.ts";
import { merkleRoot } from "./merkle.ts";
import { exampleClaims, exampleHeld, exampleRevocations, exampleSigner, lowerCase, trust } from "./testing/example.ts";
import { scoreDigest } from "./typed-data.ts";
import { verifySignedScore } from "./verify.ts";

const folder = mkdtempSync(join(tmpdir(), "score-proof-"));
afterAll(() => rmSync(folder, { recursive: true }));

function fixture(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), "utf8"));
}

/** Runs the example as a lender would: another program, with viem only. */
function runExample(document: unknown, signer: string) {
  const file = join(folder, "signed-score.json");
  writeFileSync(file, JSON.stringify(document));
  const script = new URL("../examples/verify-score.mjs", import.meta.url).pathname;
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, file, signer], { encoding: "utf8" });
  return { status, answer: stdout === "" ? stderr : JSON.parse(stdout) };
}

/** The statement as EIP-712 defines its hash, with keccak256 and nothing else. */
function digestByHand(statement: Readonly<Record<string, string | number | boolean>>): Hex {
  const text = (value: string) => keccak256(stringToHex(value));
  const type =
    "SignedScore(string id,string issuer,address subject,uint32 scoreMillipoints,string tier,string model,bytes32 modelHash,uint64 windowFrom,uint64 windowTo,uint64 asOf,bool provisional,uint32 confidenceMillipoints,string integrity,bytes32 claimsRoot,uint16 claimCount,uint64 issuedAt,uint64 expiresAt)";
  const words = [...type.matchAll(/(string|address|bytes32|bool|uint\d+) (\w+)/g)].map(([, kind, name = ""]) => {
    const value = statement[name];
    if (typeof value === "string") return kind === "string" ? text(value) : padHex(value as Hex);
    return padHex(numberToHex(Number(value)));
  });
  const domain = keccak256(
    concatHex([
      text("EIP712Domain(string name,string version,bytes32 salt)"),
      text("LendFriend Signed Score"),
      text("1"),
      text(String(statement.issuer)),
    ]),
  );
  return keccak256(concatHex(["0x1901", domain, keccak256(concatHex([text(type), ...words]))]));
}

test("the published vector is what signing gives, byte for byte", async () => {
  const held = await exampleHeld();

  expect({
    signer: exampleSigner.address,
    root: merkleRoot(exampleClaims),
    digest: scoreDigest(held.statement),
    signature: held.signature,
  }).toEqual(fixture("vector"));
  expect(disclose(held, [3])).toEqual(fixture("signed-score"));
  expect(await exampleRevocations([held.statement.id])).toEqual(fixture("revoked-scores"));
});

test("the digest is that of EIP-712, computed apart", async () => {
  const { statement } = await exampleHeld();
  expect(scoreDigest(statement)).toBe(digestByHand(statement));
});

test("the published files are judged as the README says", async () => {
  expect(verifySignedScore(fixture("signed-score"), trust)).toMatchObject({ code: "valid" });
  const verdict = verifySignedScore(fixture("signed-score"), trust, fixture("revoked-scores"));
  expect(verdict.code).toBe("revoked");
});

test("twenty lines of another program come to the same answer", async () => {
  const now = Math.floor(Date.now() / 1_000);
  const held = await exampleHeld({ issuedAt: now - 60, expiresAt: now + 600, asOf: now - 3_600 });
  const document = disclose(held, [0, 3]);
  const signer = lowerCase(exampleSigner.address);

  expect(runExample(document, signer)).toEqual({
    status: 0,
    answer: {
      isSigned: true,
      isCurrent: true,
      claims: [
        ["net_usd_90d = 14250.75 USD", true],
        ["net_usd_90d >= 10000 USD : true", true],
      ],
    },
  });
  const altered = { ...document, statement: { ...document.statement, tier: "Established" } };
  expect(runExample(altered, signer)).toMatchObject({ status: 1, answer: { isSigned: false } });
  const [first] = document.disclosures;
  const lied = { ...document, disclosures: [{ ...first, claim: { ...first?.claim, value: "99999" } }] };
  expect(runExample(lied, signer)).toMatchObject({
    status: 1,
    answer: { isSigned: true, claims: [[expect.any(String), false]] },
  });
  expect(runExample(fixture("signed-score"), signer)).toMatchObject({
    status: 1,
    answer: { isSigned: true, isCurrent: false },
  });
});
