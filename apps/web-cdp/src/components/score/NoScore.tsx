import { ChartBarIcon } from "@heroicons/react/24/outline";
import { isImporting } from "#components/connections/connection-view.ts";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import type { Locale } from "#lib/format.ts";
import type { Connection } from "#server/contract.ts";
import { wordsOf } from "#words/catalogue.ts";

interface NoScoreProps {
  readonly connections: readonly Connection[];
  readonly locale: Locale;
}

/** Why there is no score yet, which differs: nothing connected, still importing, or an import that failed. */
export function NoScore({ connections, locale }: NoScoreProps) {
  const t = wordsOf(locale, "score");
  const why = whyNone(connections);
  return (
    <EmptyState icon={<ChartBarIcon aria-hidden="true" className="size-8" />} title={t(`none.${why}`)}>
      {t(`none.${why}Text`)}
    </EmptyState>
  );
}

function whyNone(connections: readonly Connection[]): "importing" | "failed" | "unconnected" {
  if (connections.some(isImporting)) return "importing";
  const hasFailed = connections.some(({ status }) => status === "error" || status === "needs_reconnect");
  return hasFailed ? "failed" : "unconnected";
}
