/** What one page loads before it can be used: scripts as a browser receives them, compressed. */
export interface RouteBytes {
  readonly route: string;
  readonly bytes: number;
}

export interface Verdict extends RouteBytes {
  /** What the page has to keep to, in bytes. */
  readonly limit: number;
  readonly isOver: boolean;
}

/** The kB of budgets and build reports: 1,024 bytes. */
const kilobyte = 1_024;

/**
 * In kB; first match wins. Lenders compare long lists and verifiers come once, so their pages are to be the lightest: of
 * their 140 kB the framework alone takes 132.
 */
const budgets: readonly { readonly pages: RegExp; readonly most: number }[] = [
  { pages: /^\/(lender|verify)(\/|$)/, most: 140 },
  { pages: /./, most: 190 },
];

/**
 * Each page against its budget, the heaviest first. Throws for a budget that no page falls under: a page that was moved
 * would otherwise leave its budget unseen.
 */
export function judgeBytes(routes: readonly RouteBytes[]): readonly Verdict[] {
  const judged = routes.map(({ route, bytes }) => {
    const budget = budgets.find(({ pages }) => pages.test(route));
    const limit = (budget?.most ?? 0) * kilobyte;
    return { route, bytes, limit, budget, isOver: bytes > limit };
  });
  const unused = budgets.find((budget) => !judged.some((one) => one.budget === budget));
  if (unused) throw new Error(`No page matches ${unused.pages}: was it moved?`);
  return judged
    .map(({ budget: _, ...verdict }) => verdict)
    .sort((left, right) => right.bytes / right.limit - left.bytes / left.limit);
}
