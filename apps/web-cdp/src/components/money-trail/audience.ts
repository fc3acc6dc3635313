/** Who reads: the one whose money it is, or the one to whom it was shown. */
export type Audience = "borrower" | "lender";
