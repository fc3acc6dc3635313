"use client";

import type { WhatIfLever } from "@lendfriend/credit-score";
import { useEffect, useEffectEvent, useId, useState } from "react";
import { usePageFacts } from "#components/shell/PageContext.tsx";
import { Button } from "#components/ui/Button.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { ApiError, callApi } from "#lib/call-api.ts";
import { formatDelta, formatScore } from "#lib/format.ts";
import { failureText } from "#words/failure-text.ts";
import { useWords } from "#words/use-words.ts";
import { formatUnit } from "./unit-words.ts";
import { keySteps, sliderRange, snapToStep } from "./what-if-slider.ts";

interface WhatIfPanelProps {
  readonly levers: readonly WhatIfLever[];
  readonly score: number;
}

interface Outcome {
  readonly score: number;
  readonly delta: number;
}

const pauseMs = 250;

/** Sliders for what a seller can change, and the score that the model then gives. */
export function WhatIfPanel({ levers, score }: WhatIfPanelProps) {
  const { locale } = usePageFacts();
  const t = useWords("whatIf");
  const failures = useWords("failures");
  const [changes, setChanges] = useState<Readonly<Record<string, number>>>({});
  const [outcome, setOutcome] = useState<Outcome>({ score, delta: 0 });
  const [failure, setFailure] = useState<string | null>(null);
  const changed = Object.keys(changes).length > 0;

  const ask = useEffectEvent(async (signal: AbortSignal) => {
    try {
      const answer = await callApi<Outcome>("/api/score/what-if", { method: "POST", body: { changes }, signal });
      setOutcome(answer);
      setFailure(null);
    } catch (error) {
      if (signal.aborted) return;
      setFailure(error instanceof ApiError ? failureText(failures, error) : t("failed"));
    }
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the sliders is what starts the question
  useEffect(() => {
    if (!changed) return;
    const stop = new AbortController();
    const timer = setTimeout(() => ask(stop.signal), pauseMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [changes, changed]);

  function move(lever: WhatIfLever, value: number) {
    const { [lever.name]: _, ...others } = changes;
    const next = value === lever.value ? others : { ...others, [lever.name]: value };
    setChanges(next);
    if (Object.keys(next).length === 0) reset();
  }

  function reset() {
    setChanges({});
    setOutcome({ score, delta: 0 });
    setFailure(null);
  }

  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {levers.map((lever) => {
          const Lever = lever.name === "standingRestored" ? LeverSwitch : LeverSlider;
          return (
            <Lever
              key={lever.name}
              lever={lever}
              value={changes[lever.name] ?? lever.value}
              onMove={(value) => move(lever, value)}
            />
          );
        })}
      </div>
      <div className="sticky bottom-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 self-start rounded-lg border border-line bg-subtle p-4 shadow-raised lg:top-4 lg:bottom-auto lg:block lg:border-0 lg:shadow-none">
        <div role="status">
          <p className="text-sm text-ink-soft">{t("wouldBe")}</p>
          <p className="text-3xl font-semibold lg:text-4xl tracking-tight tabular-nums">
            {formatScore(locale, outcome.score)}
          </p>
          <p className="mt-1 text-sm font-medium tabular-nums">
            {changed ? t("against", { points: formatDelta(locale, outcome.delta) }) : t("same")}
          </p>
        </div>
        {failure && (
          <div className="mt-3">
            <Notice tone="danger" role="alert" title={failure} />
          </div>
        )}
        <Button variant="secondary" size="sm" className="lg:mt-4" aria-disabled={!changed} onClick={reset}>
          {t("reset")}
        </Button>
      </div>
    </div>
  );
}

interface LeverProps {
  readonly lever: WhatIfLever;
  readonly value: number;
  readonly onMove: (value: number) => void;
}

function LeverSlider({ lever, value, onMove }: LeverProps) {
  const { locale } = usePageFacts();
  const t = useWords("whatIf");
  const units = useWords("units");
  const id = useId();
  const text = formatUnit(units, locale, value, lever.unit);
  const range = sliderRange(lever);
  return (
    <div>
      <div className="flex items-baseline justify-between gap-3 text-sm">
        <label htmlFor={id} className="font-medium">
          {t(`lever.${lever.name}`)}
        </label>
        <span className="text-right tabular-nums">
          {value !== lever.value && (
            <span className="text-ink-soft">
              {t("today", { value: formatUnit(units, locale, lever.value, lever.unit) })}{" "}
            </span>
          )}
          {text}
        </span>
      </div>
      <input
        id={id}
        type="range"
        min={range.from}
        max={range.to}
        step="any"
        value={value}
        aria-valuetext={text}
        onChange={(event) => onMove(snapToStep(lever, Number(event.target.value)))}
        onKeyDown={(event) => {
          const steps = keySteps[event.key];
          if (steps === undefined) return;
          event.preventDefault();
          onMove(snapToStep(lever, value + steps * lever.step));
        }}
        className="h-11 w-full cursor-pointer accent-accent"
      />
    </div>
  );
}

/** Standing is either mended or not. */
function LeverSwitch({ lever, value, onMove }: LeverProps) {
  const t = useWords("whatIf");
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-3 text-sm">
      <input
        type="checkbox"
        checked={value === 1}
        onChange={(event) => onMove(event.target.checked ? 1 : lever.value)}
        className="size-5 shrink-0 accent-accent"
      />
      <span className="font-medium">{t("lever.standingRestored")}</span>
    </label>
  );
}
