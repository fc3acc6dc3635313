/** The wallet that an address of ours names, in whatever case: lower-case hex, or null for anything else. */
export function walletInPath(text: string | string[] | undefined): string | null {
  const wallet = typeof text === "string" ? text.toLowerCase() : "";
  return /^0x[0-9a-f]{40}$/.test(wallet) ? wallet : null;
}
