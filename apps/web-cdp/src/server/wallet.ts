import "server-only";
import { isAddress } from "viem";
import { z } from "zod";

/**
 * The one form in which an address is kept: lower-case hex. Accepts EIP-55 and a single case, and gives null for
 * anything else, a wrong checksum included.
 */
export function walletFrom(text: string): string | null {
  const isOneCase = /^0x([0-9a-f]{40}|[0-9A-F]{40})$/.test(text);
  if (!isOneCase && !isAddress(text, { strict: true })) return null;
  return text.toLowerCase();
}

/** An address as input, in the form in which it is kept. */
export const walletInput = z.string().transform((text, context) => {
  const wallet = walletFrom(text);
  if (wallet !== null) return wallet;
  context.addIssue("must be a wallet address");
  return z.NEVER;
});
