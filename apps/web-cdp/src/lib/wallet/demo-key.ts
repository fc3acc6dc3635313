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

/** Takes up the demo wallet that this browser plays `person` with, and makes one the first time. */
export function chooseDemoKey(person: string): `0x${string}` {
  const personKey = `${storageKey}.${person}`;
  const stored = localStorage.getItem(personKey);
  const key = isPrivateKey(stored) ? stored : generatePrivateKey();
  localStorage.setItem(personKey, key);
  localStorage.setItem(storageKey, key);
  return key;
}

function isPrivateKey(text: string | null): text is `0x${string}` {
  return text !== null && /^0x[0-9a-f]{64}$/.test(text);
}
