import type { Measure, SideMetrics } from "@lendfriend/credit-score";
import { explanations } from "./explanations.ts";
import type { RowSink } from "./rows/metric-row.ts";
import { performanceRow } from "./rows/performance-row.ts";
import type { ConnectionIncome, MetricsSource } from "./source.ts";

type Satisfaction = SideMetrics["satisfaction"];

/**
 * The official shop score where the platform gives one, else chat satisfaction, else nothing (score model §5). Of several
 * shops the lowest counts. `rating` is the official score as text, for display.
 */
export async function satisfactionOf(
  source: MetricsSource,
  connections: readonly ConnectionIncome[],
  rows: RowSink | null,
): Promise<{ readonly satisfaction: Satisfaction; readonly rating: string | null }> {
  const lowest = new Map<string, { value: number; text: string }>();
  for (const connection of connections) {
    for await (const record of source.read(connection.id, "shop_performance")) {
      const { measure, value } = record;
      rows?.(performanceRow(record));
      const known = lowest.get(measure);
      if (!known || Number(value) < known.value) lowest.set(measure, { value: Number(value), text: value });
    }
  }
  const score = lowest.get("shop_score");
  const chat = lowest.get("chat_satisfaction");
  return { satisfaction: measured(score?.value ?? null, chat?.value ?? null), rating: score?.text ?? null };
}

function measured(
  score: number | null,
  chat: number | null,
): Measure<{ source: "shop_score" | "chat_satisfaction"; value: number }> {
  if (score !== null) return { status: "available", source: "shop_score", value: score };
  if (chat !== null) return { status: "available", source: "chat_satisfaction", value: chat };
  return {
    status: "unavailable_platform",
    explanation: explanations.no_satisfaction,
  };
}
