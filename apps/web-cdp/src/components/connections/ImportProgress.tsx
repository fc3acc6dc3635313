"use client";

import { CheckCircleIcon } from "@heroicons/react/20/solid";
import { useState } from "react";
import { usePageFacts } from "#components/shell/PageContext.tsx";
import { Progress } from "#components/ui/Progress.tsx";
import { Spinner } from "#components/ui/Spinner.tsx";
import { formatCount } from "#lib/format.ts";
import type { Connection } from "#server/contract.ts";
import { useWords } from "#words/use-words.ts";
import { stageLabel } from "./connection-view.ts";
import { ImportWait } from "./ImportWait.tsx";

type StageProgress = NonNullable<Connection["progress"]>;

/** What the import is reading now, how far it is, and what it has already read. */
export function ImportProgress({ connection }: { readonly connection: Connection }) {
  const { locale } = usePageFacts();
  const t = useWords("connections");
  const { progress } = connection;
  const first = connection.lastSyncedAt === null;
  const passed = usePassedStages(progress);
  const totalKnown = progress !== null && progress.total > progress.done;
  const label = progress ? stageLabel(t, progress.stage) : t("importing.waiting");

  return (
    <div className="rounded-lg bg-subtle p-4">
      <p className="flex items-center gap-2 text-sm font-semibold">
        <Spinner />
        {t(first ? "importing.first" : "importing.refresh")}
      </p>
      <div className="mt-3 space-y-2">
        <div className="flex flex-wrap justify-between gap-x-4 text-sm">
          <span>{label}</span>
          {progress && progress.done > 0 && (
            <span className="tabular-nums text-ink-soft">
              {totalKnown
                ? t("importing.of", {
                    done: formatCount(locale, progress.done),
                    total: formatCount(locale, progress.total),
                  })
                : t("importing.count", { done: formatCount(locale, progress.done) })}
            </span>
          )}
        </div>
        <Progress
          label={t("importing.progress", { stage: label })}
          done={totalKnown ? progress.done : null}
          total={totalKnown ? progress.total : null}
        />
      </div>
      {progress !== null && progress.waiting !== null && <ImportWait code={progress.waiting} />}
      <p role="status" className="sr-only">
        {progress ? t("importing.told", { stage: label }) : t("importing.queued")}
      </p>
      {passed.length > 0 && (
        <ul className="mt-3 grid gap-x-6 gap-y-1 text-sm text-ink-soft sm:grid-cols-2">
          {passed.map(({ stage, done, total }) => (
            <li key={stage} className="flex items-center gap-2">
              <CheckCircleIcon aria-hidden="true" className="size-4 shrink-0 text-positive" />
              <span className="flex-1">{stageLabel(t, stage)}</span>
              <span className="tabular-nums">
                {done > 0 && done >= total ? formatCount(locale, done) : t("importing.read")}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-3 text-sm text-ink-soft">{t(first ? "importing.firstText" : "importing.refreshText")}</p>
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
