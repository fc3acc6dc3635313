import { generatePrivateKey } from "viem/accounts";

const storageKey = "lf.demo-wallet";

/** The demo wallet's throw-away key, kept in this browser only. It guards nothing: the demo holds no money. */
export function readDemoKey(): `0x${string}` {
  const stored = localStorage.getItem(storageKey);
  if (isPrivateKey(stored)) return stored;
  return renewDemoKey();
}

/** Forgets the demo wallet and makes another, so that a person can be a second borrower or a lender. */
export function renewDemoKey(): `0x${string}` {
  const key = generatePrivateKey();
  localStorage.setItem(storageKey, key);
  return key;
}

function isPrivateKey(text: string | null): text is `0x${string}` {
  return text !== null && /^0x[0-9a-f]{64}$/.test(text);
}
