import { concatHex, type Hex, keccak256, numberToHex, stringToHex } from "viem";
import { type Claim, claimText } from "./claim.ts";

/*
 * A positional tree, filled up to a power of two. Leaves, nodes and fillers are hashed under different first bytes, so
 * that none can pass for another, and a leaf's hash holds its position and a secret salt of 256 bits: a hidden claim
 * cannot be found by trying values.
 */

const leafByte = "0x00";
const nodeByte = "0x01";
const filler = keccak256("0x02");

/** More leaves than this are never signed, nor accepted. */
export const maxLeaves = 256;

/** A claim with the salt that hides it, at its place in the tree. */
export interface SaltedClaim {
  readonly claim: Claim;
  /** 32 bytes, drawn for this leaf alone. */
  readonly salt: Hex;
}

/** Hash of one leaf: keccak256(0x00 ‖ position as uint32 ‖ salt ‖ UTF-8 text). */
export function leafHash(position: number, { claim, salt }: SaltedClaim): Hex {
  return keccak256(concatHex([leafByte, numberToHex(position, { size: 4 }), salt, stringToHex(claimText(claim))]));
}

/** Root over the leaves in their order. Throws `RangeError` for none or more than `maxLeaves`. */
export function merkleRoot(leaves: readonly SaltedClaim[]): Hex {
  const [root] = levelsOf(leaves).at(-1) ?? [];
  if (root === undefined) throw new RangeError("a tree has a root");
  return root;
}

/** The siblings from the leaf up to the root. Throws `RangeError` for a position that has no leaf. */
export function merkleProof(leaves: readonly SaltedClaim[], position: number): Hex[] {
  if (!Number.isInteger(position) || position < 0 || position >= leaves.length) {
    throw new RangeError("no leaf stands at this position");
  }
  return levelsOf(leaves)
    .slice(0, -1)
    .map((level, height) => level[(position >> height) ^ 1] ?? filler);
}

/** Whether the leaf stands at this position of the tree with this root and this many leaves. Never throws. */
export function isInTree(
  leaf: SaltedClaim & { readonly position: number; readonly proof: readonly Hex[] },
  tree: { readonly root: Hex; readonly leafCount: number },
): boolean {
  const { position, proof } = leaf;
  const fits = Number.isInteger(position) && position >= 0 && position < tree.leafCount && tree.leafCount <= maxLeaves;
  if (!fits || proof.length !== depthOf(tree.leafCount)) return false;
  const top = proof.reduce<Hex>(
    (hash, sibling, height) => ((position >> height) & 1 ? nodeHash(sibling, hash) : nodeHash(hash, sibling)),
    leafHash(position, leaf),
  );
  return top === tree.root;
}

function levelsOf(leaves: readonly SaltedClaim[]): Hex[][] {
  if (leaves.length === 0 || leaves.length > maxLeaves) {
    throw new RangeError(`a tree has 1 to ${maxLeaves} leaves`);
  }
  const width = 2 ** depthOf(leaves.length);
  let level = Array.from({ length: width }, (_, position) => {
    const leaf = leaves[position];
    return leaf ? leafHash(position, leaf) : filler;
  });
  const levels = [level];
  while (level.length > 1) {
    level = Array.from({ length: level.length / 2 }, (_, index) =>
      nodeHash(level[index * 2] ?? filler, level[index * 2 + 1] ?? filler),
    );
    levels.push(level);
  }
  return levels;
}

function depthOf(leafCount: number): number {
  return Math.ceil(Math.log2(leafCount));
}

function nodeHash(left: Hex, right: Hex): Hex {
  return keccak256(concatHex([nodeByte, left, right]));
}
