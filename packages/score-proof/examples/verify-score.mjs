// node verify-score.mjs signed-score.json 0xSignerAddress   (needs viem and nothing of ours)
import { readFileSync } from "node:fs";
import { concatHex, keccak256, numberToHex, stringToHex, verifyTypedData } from "viem";

const [file, signer] = process.argv.slice(2);
const { statement, signature, disclosures } = JSON.parse(readFileSync(file, "utf8"));
const fields =
  "id:string issuer:string subject:address scoreMillipoints:uint32 tier:string model:string modelHash:bytes32 windowFrom:uint64 windowTo:uint64 asOf:uint64 provisional:bool confidenceMillipoints:uint32 integrity:string claimsRoot:bytes32 claimCount:uint16 issuedAt:uint64 expiresAt:uint64";
const types = {
  SignedScore: fields.split(" ").map((field) => ({ name: field.split(":")[0], type: field.split(":")[1] })),
};
const salt = keccak256(stringToHex(statement.issuer));
const domain = { name: "LendFriend Signed Score", version: "1", salt };
const isSigned = await verifyTypedData({
  address: signer,
  domain,
  types,
  primaryType: "SignedScore",
  message: statement,
  signature,
});

const text = ({ kind, path, value, bound, unit, holds }) =>
  kind === "exact"
    ? `${path} = ${value} ${unit}`
    : `${path} ${kind === "at_least" ? ">=" : "<="} ${bound} ${unit} : ${holds}`;
const isProven = ({ claim, salt, position, proof }) =>
  position < statement.claimCount &&
  proof.length === Math.ceil(Math.log2(statement.claimCount)) &&
  statement.claimsRoot ===
    proof.reduce(
      (hash, sibling, height) =>
        keccak256(concatHex(["0x01", ...((position >> height) & 1 ? [sibling, hash] : [hash, sibling])])),
      keccak256(concatHex(["0x00", numberToHex(position, { size: 4 }), salt, stringToHex(text(claim))])),
    );

const now = Date.now() / 1000;
const isCurrent = statement.issuedAt - 300 <= now && now < statement.expiresAt;
process.stdout.write(
  `${JSON.stringify({ isSigned, isCurrent, claims: disclosures.map((one) => [text(one.claim), isProven(one)]) })}\n`,
);
process.exit(isSigned && isCurrent && disclosures.every(isProven) ? 0 : 1);
