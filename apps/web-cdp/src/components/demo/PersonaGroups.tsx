"use client";

import { PlayIcon } from "@heroicons/react/20/solid";
import { useState } from "react";
import { Badge } from "#components/ui/Badge.tsx";
import { Button } from "#components/ui/Button.tsx";
import { ErrorNotice } from "#components/ui/ErrorNotice.tsx";
import { ApiError } from "#lib/call-api.ts";
import { demoWords as words } from "./demo-words.ts";
import { type DemoPersona, demoGroups } from "./personas.ts";
import { playPersona } from "./play-persona.ts";

type Play =
  | { readonly step: "idle" }
  | { readonly step: "signing" | "leaving"; readonly id: string }
  | { readonly step: "failed"; readonly id: string; readonly text: string; readonly reference: string | null };

/** Every persona with what it teaches, and one button that plays the whole journey. */
export function PersonaGroups() {
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
        text: isOurs ? error.message : words.failed,
        reference: isOurs ? error.requestId : null,
      });
    }
  }

  return (
    <div className="space-y-10">
      <p role="status" className="sr-only">
        {busy ? words.steps[play.step] : ""}
      </p>
      {demoGroups.map(({ title, personas }) => (
        <section key={title} aria-label={title}>
          <h2 className="mb-4 text-lg font-semibold tracking-tight">{title}</h2>
          <ul className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
            {personas.map((persona) => (
              <li
                key={persona.id}
                className="flex flex-col rounded-card border border-line bg-surface p-4 shadow-card"
                data-persona={persona.id}
              >
                <div className="flex items-start justify-between gap-3">
                  <h3 className="font-semibold">{persona.name}</h3>
                  <Badge>{persona.account === "seller" ? words.seller : words.creator}</Badge>
                </div>
                <p className="mt-1 mb-3 text-sm text-ink-soft">{persona.teaches}</p>
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
                    {words.play} <span className="sr-only">{persona.name}</span>
                  </Button>
                  <a
                    href={persona.seeAt.href}
                    className="inline-flex min-h-11 items-center text-sm text-accent underline underline-offset-2"
                  >
                    {words.seeAt} {persona.seeAt.label}
                    <span className="sr-only"> ({persona.name})</span>
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
