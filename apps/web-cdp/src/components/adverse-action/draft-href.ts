/** The page of one draft, for its lender. */
export function draftHref({ borrower, id }: { readonly borrower: string; readonly id: string }): string {
  return `/lender/${borrower}/adverse-action?draft=${id}`;
}
