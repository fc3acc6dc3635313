"use client";

import { PlayIcon } from "@heroicons/react/20/solid";
import { useState } from "react";
import { Badge } from "#components/ui/Badge.tsx";
import { Button } from "#components/ui/Button.tsx";
import { ErrorNotice } from "#components/ui/ErrorNotice.tsx";
import { ApiError } from "#lib/call-api.ts";
import { failureText } from "#words/failure-text.ts";
import { useWords } from "#words/use-words.ts";
import { type DemoPersona, demoGroups } from "./personas.ts";
import { playPersona } from "./play-persona.ts";

type Play =
  | { readonly step: "idle" }
  | { readonly step: "signing" | "leaving"; readonly id: string }
  | { readonly step: "failed"; readonly id: string; readonly text: string; readonly reference: string | null };

/** Every persona with what it teaches, and one button that plays the whole journey. */
export function PersonaGroups() {
  const t = useWords("demo");
  const refusals = useWords("failures");
  const [play, setPlay] = useState<Play>({ step: "idle" });
  const busy = play.step === "signing" || play.step === "leaving";

  async function start(persona: DemoPersona) {
    const { id } = persona;
    setPlay({ step: "signing", id });
    try {
      const consent = await playPersona(persona);
      setPlay({ step: "leaving", id });
      window.location.assign(consent);
    } catch (error) {
      const isOurs = error instanceof ApiError;
      setPlay({
        step: "failed",
        id,
        text: isOurs ? failureText(refusals, error) : t("failed"),
        reference: isOurs ? error.requestId : null,
      });
    }
  }

  return (
    <div className="space-y-10">
      <p role="status" className="sr-only">
        {busy ? t(play.step) : ""}
      </p>
      {demoGroups.map(({ group, personas }) => (
        <section key={group} aria-label={t(`group.${group}`)}>
          <h2 className="mb-4 text-lg font-semibold tracking-tight">{t(`group.${group}`)}</h2>
          <ul className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
            {personas.map((persona) => (
              <li
                key={persona.id}
                className="flex flex-col rounded-card border border-line bg-surface p-4 shadow-card"
                data-persona={persona.id}
              >
                <div className="flex items-start justify-between gap-3">
                  <h3 className="font-semibold">{t(`persona.${persona.id}.name`)}</h3>
                  <Badge>{t(persona.account)}</Badge>
                </div>
                <p className="mt-1 mb-3 text-sm text-ink-soft">{t(`persona.${persona.id}.teaches`)}</p>
                {play.step === "failed" && play.id === persona.id && (
                  <div className="mb-3">
                    <ErrorNotice title={play.text} reference={play.reference} />
                  </div>
                )}
                <div className="mt-auto flex flex-wrap items-center gap-x-4 gap-y-2">
                  <Button
                    size="sm"
                    busy={busy && play.id === persona.id}
                    aria-disabled={busy}
                    onClick={() => start(persona)}
                  >
                    <PlayIcon aria-hidden="true" className="size-4" />
                    <span>
                      {t.rich("play", {
                        name: () => <span className="sr-only">{t(`persona.${persona.id}.name`)}</span>,
                      })}
                    </span>
                  </Button>
                  <a
                    href={persona.seeAt.href}
                    className="inline-flex min-h-11 items-center text-sm text-accent underline underline-offset-2"
                  >
                    {t(`seeAt.${persona.seeAt.place}`)}
                    <span className="sr-only"> ({t(`persona.${persona.id}.name`)})</span>
                  </a>
                </div>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
