import "server-only";
import { AppError } from "#server/errors.ts";
import { signInChainIds } from "./sign-in-chains.ts";

/** Throws `bad_request` for a chain that messages of ours never name. */
export function requireSignInChain(chainId: number): void {
  if (signInChainIds.some((allowed) => allowed === chainId)) return;
  throw new AppError("bad_request", `chainId must be one of ${signInChainIds.join(", ")}`);
}
