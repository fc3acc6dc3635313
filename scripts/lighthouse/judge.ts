import type { Result } from "lighthouse";

/** Least points in each category. */
const goal = 98;
const categories = ["performance", "accessibility", "best-practices", "seo"] as const;

/** What Lighthouse says of one page. */
export interface Judged {
  readonly name: string;
  readonly path: string;
  /** In the order of the table's columns, of 100. */
  readonly points: readonly number[];
  readonly layoutShift: number;
  readonly blockingMs: number;
  readonly paintMs: number;
  /** What keeps it from the goal, in words; empty when nothing does. */
  readonly misses: readonly string[];
}

type Measured = Pick<Result, "categories" | "audits">;

/** Reads a page's points, and what is to blame for those that are missing. */
export function judge(name: string, path: string, { categories: found, audits }: Measured): Judged {
  const points = categories.map((id) => Math.round((found[id]?.score ?? 0) * 100));
  const layoutShift = audits["cumulative-layout-shift"]?.numericValue ?? 0;
  const low = categories.filter((_, index) => (points[index] ?? 0) < goal);
  const misses = low.flatMap((id) =>
    (found[id]?.auditRefs ?? [])
      .filter(({ id: audit, weight }) => weight > 0 && (audits[audit]?.score ?? 1) < 0.98)
      .map(({ id: audit }) => `${id}: ${audits[audit]?.title ?? audit} ${audits[audit]?.displayValue ?? ""}`.trim()),
  );
  return {
    name,
    path,
    points,
    layoutShift,
    blockingMs: audits["total-blocking-time"]?.numericValue ?? 0,
    paintMs: audits["largest-contentful-paint"]?.numericValue ?? 0,
    misses: layoutShift > 0 ? [...misses, shiftText(layoutShift, audits["layout-shifts"]?.details)] : misses,
  };
}

/** How much a page moved, and what on it did. */
function shiftText(layoutShift: number, details: Measured["audits"][string]["details"]): string {
  const items = details?.type === "table" ? details.items : [];
  const moved = items.flatMap(({ node }) =>
    typeof node === "object" && "selector" in node && node.selector ? [node.selector] : [],
  );
  return [`layout shift ${layoutShift.toFixed(4)}`, ...moved].join(" ");
}

/** The pages as a Markdown table. */
export function table(judged: readonly Judged[]): string {
  const head = ["Page", "Address", "Perf.", "Access.", "Practice", "SEO", "CLS", "Blocked", "Largest paint"];
  const rows = judged.map(({ name, path, points, layoutShift, blockingMs, paintMs }) => [
    name,
    `\`${path}\``,
    ...points.map(String),
    layoutShift.toFixed(3).replace(/^0\.000$/, "0"),
    `${Math.round(blockingMs)} ms`,
    `${(paintMs / 1_000).toFixed(2)} s`,
  ]);
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
