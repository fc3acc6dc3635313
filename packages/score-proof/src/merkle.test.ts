import fc from "fast-check";
import { concatHex, type Hex, keccak256, numberToHex, stringToHex } from "viem";
import { expect, test } from "vitest";
import { isInTree, leafHash, maxLeaves, merkleProof, merkleRoot, type SaltedClaim } from "./merkle.ts";

const salt = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes): Hex => `0x${Buffer.from(bytes).toString("hex")}`);
const leaf = fc.record({
  claim: fc.record({
    kind: fc.constant("exact" as const),
    path: fc.constantFrom("net", "gross", "orders"),
    value: fc.nat().map(String),
    unit: fc.constant("USD"),
  }),
  salt,
});
const trees = fc
  .array(leaf, { minLength: 1, maxLength: 40 })
  .chain((leaves) =>
    fc.record({ leaves: fc.constant<readonly SaltedClaim[]>(leaves), position: fc.nat(leaves.length - 1) }),
  );

function proven(leaves: readonly SaltedClaim[], position: number) {
  const found = leaves[position];
  if (!found) throw new Error("no such leaf");
  return { ...found, position, proof: merkleProof(leaves, position) };
}

test("every leaf is proven, and by its own claim, salt and place only", () => {
  fc.assert(
    fc.property(trees, salt, fc.nat(255), ({ leaves, position }, otherSalt, otherPosition) => {
      const tree = { root: merkleRoot(leaves), leafCount: leaves.length };
      const one = proven(leaves, position);
      const other = { kind: "exact", path: "net", value: "0.5", unit: "USD" } as const;

      expect(isInTree(one, tree)).toBe(true);
      expect(isInTree({ ...one, claim: other }, tree)).toBe(false);
      expect(isInTree({ ...one, salt: otherSalt }, tree)).toBe(otherSalt === one.salt);
      expect(isInTree({ ...one, position: otherPosition }, tree)).toBe(otherPosition === position);
      expect(isInTree({ ...one, proof: [...one.proof, one.salt] }, tree)).toBe(false);
      expect(isInTree({ ...one, proof: one.proof.slice(1) }, tree)).toBe(one.proof.length === 0);
      expect(isInTree(one, { ...tree, root: keccak256(tree.root) })).toBe(false);
      for (const [height] of one.proof.entries()) {
        const proof = one.proof.with(height, keccak256(one.proof[height] ?? "0x"));
        expect(isInTree({ ...one, proof }, tree)).toBe(false);
      }
    }),
    { numRuns: 300 },
  );
});

test("a leaf beyond the signed count, or an inner node, is never taken for a leaf", () => {
  const leaves: SaltedClaim[] = Array.from({ length: 5 }, (_, index) => ({
    claim: { kind: "exact", path: "net", value: String(index), unit: "USD" },
    salt: keccak256(numberToHex(index)),
  }));
  const tree = { root: merkleRoot(leaves), leafCount: 5 };

  expect(isInTree({ ...proven(leaves, 4), position: 5 }, tree)).toBe(false);
  expect(isInTree({ ...proven(leaves, 1), proof: proven(leaves, 1).proof.slice(1) }, { ...tree, leafCount: 4 })).toBe(
    false,
  );
  expect(isInTree(proven(leaves, 0), { ...tree, leafCount: maxLeaves + 1 })).toBe(false);
  expect(isInTree({ ...proven(leaves, 0), position: -1 }, tree)).toBe(false);
  expect(isInTree({ ...proven(leaves, 0), position: 0.5 }, tree)).toBe(false);
});

const leavesOf = (count: number) =>
  Array.from(
    { length: count },
    (_, index): SaltedClaim => ({
      claim: { kind: "exact", path: "net", value: String(index), unit: "USD" },
      salt: keccak256(numberToHex(index)),
    }),
  );

test("the signed count bounds the places, though the tree held more", () => {
  const leaves = leavesOf(6);
  const root = merkleRoot(leaves);

  expect(isInTree(proven(leaves, 4), { root, leafCount: 5 })).toBe(true);
  expect(isInTree(proven(leaves, 5), { root, leafCount: 5 })).toBe(false);
});

test("a tree may be full, and no deeper", () => {
  const leaves = leavesOf(maxLeaves);
  const first = proven(leaves, 0);
  const deeper = { ...first, proof: [...first.proof, keccak256("0x02")] };
  const root = merkleRoot(leaves);
  const deeperRoot = keccak256(concatHex(["0x01", root, keccak256("0x02")]));

  expect(isInTree(first, { root, leafCount: maxLeaves })).toBe(true);
  expect(isInTree(deeper, { root: deeperRoot, leafCount: maxLeaves })).toBe(false);
  expect(isInTree(deeper, { root: deeperRoot, leafCount: maxLeaves + 1 })).toBe(false);
});

test("hashes are those of the description, computed apart", () => {
  const [a, b, c] = ["1", "2", "3"].map(
    (value, index): SaltedClaim => ({
      claim: { kind: "exact", path: "net", value, unit: "USD" },
      salt: keccak256(numberToHex(index)),
    }),
  );
  if (!a || !b || !c) throw new Error("three leaves");
  const hash = (position: number, { salt }: SaltedClaim, text: string) =>
    keccak256(concatHex(["0x00", `0x0000000${position}`, salt, stringToHex(text)]));
  const node = (left: Hex, right: Hex) => keccak256(concatHex(["0x01", left, right]));
  const filler = keccak256("0x02");

  expect(leafHash(0, a)).toBe(hash(0, a, "net = 1 USD"));
  expect(merkleRoot([a, b, c])).toBe(
    node(node(hash(0, a, "net = 1 USD"), hash(1, b, "net = 2 USD")), node(hash(2, c, "net = 3 USD"), filler)),
  );
});

test("a tree of no leaf, of too many, and a proof of an absent leaf are refused", () => {
  const one: SaltedClaim = { claim: { kind: "exact", path: "net", value: "1", unit: "USD" }, salt: keccak256("0x") };

  for (const leaves of [[], Array<SaltedClaim>(maxLeaves + 1).fill(one)]) {
    expect(() => merkleRoot(leaves)).toThrow(new RangeError("a tree has 1 to 256 leaves"));
  }
  for (const position of [1, -1, 0.5, Number.NaN]) {
    expect(() => merkleProof([one], position)).toThrow(new RangeError("no leaf stands at this position"));
  }
});
