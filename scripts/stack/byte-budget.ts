/** What one page loads before it can be used: scripts as a browser receives them, compressed. */
export interface RouteBytes {
  readonly route: string;
  readonly bytes: number;
}

export interface Verdict extends RouteBytes {
  /** What the page should keep to, in bytes. */
  readonly goal: number;
  /** Past this it fails. */
  readonly limit: number;
  readonly isOver: boolean;
}

/** The kB of budgets and build reports: 1,024 bytes. */
const kilobyte = 1_024;

/**
 * First match wins. Lenders compare long lists and verifiers come once, so their pages are to be the lightest. One of them
 * is 0.1 kB past its goal, of which the framework alone takes 132: the limit keeps it from growing.
 */
const budgets: readonly { readonly pages: RegExp; readonly goal: number; readonly limit: number }[] = [
  { pages: /^\/(lender|verify)(\/|$)/, goal: 140, limit: 140.5 },
  { pages: /./, goal: 190, limit: 190 },
];

/**
 * Each page against its budget, the heaviest first. Throws for a budget that no page falls under: a page that was moved
 * would otherwise leave its budget unseen.
 */
export function judgeBytes(routes: readonly RouteBytes[]): readonly Verdict[] {
  const judged = routes.map(({ route, bytes }) => {
    const budget = budgets.find(({ pages }) => pages.test(route));
    const [goal, limit] = [(budget?.goal ?? 0) * kilobyte, (budget?.limit ?? 0) * kilobyte];
    return { route, bytes, goal, limit, budget, isOver: bytes > limit };
  });
  const unused = budgets.find((budget) => !judged.some((one) => one.budget === budget));
  if (unused) throw new Error(`No page matches ${unused.pages}: was it moved?`);
  return judged
    .map(({ budget: _, ...verdict }) => verdict)
    .sort((left, right) => right.bytes / right.goal - left.bytes / left.goal);
}
