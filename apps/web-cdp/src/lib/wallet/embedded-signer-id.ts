/** Coinbase's embedded wallet: it comes from its own library and announces nothing. */
export const embeddedSignerId = "coinbase.embedded";
