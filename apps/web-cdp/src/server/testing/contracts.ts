import { concatHex, getContractAddress, type Hex, numberToHex, pad, size } from "viem";

/*
 * Contracts for tests, in EVM assembly short enough to be checked by eye: each one answers `isValidSignature` in its own
 * way. Opcodes stand beside what they do.
 */

/** mstore(0, magic word), then RETURN(0, length). */
function returning(selector: Hex, length = 32): Hex {
  const store: Hex = concatHex(["0x63", selector, "0x60e01b", "0x5f52"]);
  return concatHex([store, "0x62", pad(numberToHex(length), { size: 3 }), "0x5f", "0xf3"]);
}

const magic: Hex = "0x1626ba7e";

/** Says yes to everything. */
export const yesContract: Hex = returning(magic);

/** Reads (r, s, v) from the signature, recovers the signer of the hash, and says yes to `owner` alone. */
export function ownedWallet(owner: Hex): Hex {
  const recover: Hex = concatHex([
    "0x6004355f52", // mstore(0, hash)
    "0x60a4355f1a602052", // mstore(32, first byte of the third word: v)
    "0x606435604052", // mstore(64, r)
    "0x608435606052", // mstore(96, s)
    "0x60205f60805f60015afa50", // staticcall ecrecover(0..128) into 0..32
  ]);
  const isOwner: Hex = concatHex(["0x73", owner, "0x5f51", "0x14"]);
  const no = returning("0xffffffff");
  const yesAt = size(recover) + size(isOwner) + 3 + size(no);
  return concatHex([recover, isOwner, "0x60", numberToHex(yesAt, { size: 1 }), "0x57", no, "0x5b", returning(magic)]);
}

/** Ways in which a contract fails to say yes. */
export const brokenContracts = {
  "that reverts": "0x5f5ffd",
  "that never ends": "0x5b5f56",
  "that answers four bytes": returning(magic, 4),
  "that answers another word": returning("0x00000001"),
  "that answers nothing": "0x00",
  "that answers 300 KB": returning(magic, 300 * 1024),
  // if gas() > 3,500,000 then yes, else revert: it says yes only where nobody caps it.
  "that wants more gas than it is given": concatHex([
    "0x623567e0",
    "0x5a",
    "0x11",
    "0x600c",
    "0x57",
    "0x5f5ffd",
    "0x5b",
    returning(magic),
  ]),
} as const satisfies Record<string, Hex>;

/** EIP-7702: the code of an account that has lent itself the code at `delegate`. */
export function delegatedTo(delegate: Hex): Hex {
  return concatHex(["0xef0100", delegate]);
}

/** Reverts with `OffchainLookup(sender, [url], ...)`, which asks the reader to go and fetch `url`. */
export function lookupContract(revertData: Hex): Hex {
  const length = pad(numberToHex(size(revertData)), { size: 2 });
  // codecopy(0, 12, length); revert(0, length)
  return concatHex(["0x61", length, "0x80", "0x600c", "0x5f", "0x39", "0x5f", "0xfd", "0x0000", revertData]);
}

/** The deterministic deployment proxy: 32 bytes of salt, then init code, deployed by CREATE2. */
export const factory = {
  address: "0x4e59b44847b379578588920ca78fbf26c0b4956c",
  code: "0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe03601600081602082378035828234f58015156039578182fd5b8082525050506014600cf3",
} as const satisfies Record<string, Hex>;

/** How the factory would deploy `code`, and where. */
export function undeployed(code: Hex): { readonly address: Hex; readonly factoryCall: Hex } {
  const salt = pad("0x1", { size: 32 });
  // codecopy(0, 10, length); return(0, length)
  const initCode = concatHex(["0x61", pad(numberToHex(size(code)), { size: 2 }), "0x80600a5f395ff3", code]);
  const address = getContractAddress({ opcode: "CREATE2", from: factory.address, salt, bytecode: initCode });
  return { address, factoryCall: concatHex([salt, initCode]) };
}
