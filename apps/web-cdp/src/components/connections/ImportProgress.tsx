"use client";

import { CheckCircleIcon } from "@heroicons/react/20/solid";
import { useState } from "react";
import { usePageFacts } from "#components/shell/PageContext.tsx";
import { Progress } from "#components/ui/Progress.tsx";
import { Spinner } from "#components/ui/Spinner.tsx";
import { formatCount } from "#lib/format.ts";
import type { Connection } from "#server/contract.ts";
import { stageLabel } from "./connection-view.ts";

type StageProgress = NonNullable<Connection["progress"]>;

/** What the import is reading now, how far it is, and what it has already read. */
export function ImportProgress({ connection }: { readonly connection: Connection }) {
  const { locale } = usePageFacts();
  const { progress } = connection;
  const first = connection.lastSyncedAt === null;
  const passed = usePassedStages(progress);
  const totalKnown = progress !== null && progress.total > progress.done;
  const label = progress ? stageLabel(progress.stage) : "Waiting for its turn";

  return (
    <div className="rounded-lg bg-subtle p-4">
      <p className="flex items-center gap-2 text-sm font-semibold">
        <Spinner />
        {first ? "First import: reading the last 90 days" : "Refreshing with what is new"}
      </p>
      <div className="mt-3 space-y-2">
        <div className="flex flex-wrap justify-between gap-x-4 text-sm">
          <span>{label}</span>
          {progress && progress.done > 0 && (
            <span className="tabular-nums text-ink-soft">
              {totalKnown
                ? `${formatCount(locale, progress.done)} of ${formatCount(locale, progress.total)}`
                : `${formatCount(locale, progress.done)} read`}
            </span>
          )}
        </div>
        <Progress
          label={`Import: ${label}`}
          done={totalKnown ? progress.done : null}
          total={totalKnown ? progress.total : null}
        />
      </div>
      <p role="status" className="sr-only">
        {progress ? `Importing ${label}` : "The import is queued"}
      </p>
      {passed.length > 0 && (
        <ul className="mt-3 grid gap-x-6 gap-y-1 text-sm text-ink-soft sm:grid-cols-2">
          {passed.map(({ stage, done, total }) => (
            <li key={stage} className="flex items-center gap-2">
              <CheckCircleIcon aria-hidden="true" className="size-4 shrink-0 text-positive" />
              <span className="flex-1">{stageLabel(stage)}</span>
              <span className="tabular-nums">{done > 0 && done >= total ? formatCount(locale, done) : "read"}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-3 text-sm text-ink-soft">
        {first
          ? "You can leave this page; the import goes on. The score appears here when it is done."
          : "Your score stays visible and is worked out again when this ends."}
      </p>
    </div>
  );
}

/** Stages that went by while this page watched, as last seen: a count that stopped short of its total was not the last. */
function usePassedStages(progress: StageProgress | null): readonly StageProgress[] {
  const [seen, setSeen] = useState<readonly StageProgress[]>([]);
  const last = seen.find(({ stage }) => stage === progress?.stage);
  if (progress !== null && (last?.done !== progress.done || last.total !== progress.total)) {
    setSeen([...seen.filter(({ stage }) => stage !== progress.stage), progress]);
  }
  return seen.filter(({ stage }) => stage !== progress?.stage);
}
