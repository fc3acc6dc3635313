import { ChartBarIcon } from "@heroicons/react/24/outline";
import { isImporting } from "#components/connections/connection-view.ts";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import type { Connection } from "#server/contract.ts";

/** Why there is no score yet, which differs: nothing connected, still importing, or an import that failed. */
export function NoScore({ connections }: { readonly connections: readonly Connection[] }) {
  const { title, text } = wordsFor(connections);
  return (
    <EmptyState icon={<ChartBarIcon aria-hidden="true" className="size-8" />} title={title}>
      {text}
    </EmptyState>
  );
}

function wordsFor(connections: readonly Connection[]): { readonly title: string; readonly text: string } {
  if (connections.some(isImporting)) {
    return {
      title: "Your score is on its way",
      text: "It appears here by itself as soon as the first import is done. This page keeps up; there is no need to reload.",
    };
  }
  if (connections.some((connection) => connection.status === "error" || connection.status === "needs_reconnect")) {
    return {
      title: "No score yet: the import did not finish",
      text: "See the note on the account above. Once an import runs through, the score appears here.",
    };
  }
  return {
    title: "No score yet",
    text: "Connect a business account above. The score, its four factors and every reason then stand here.",
  };
}
