/** Chains that a wallet may name when it signs in. */
export const signInChainIds = [1, 10, 137, 8453, 42_161, 84_532, 11_155_111] as const;
