"use client";

import type { SignedScore } from "@lendfriend/score-proof";
import { useState } from "react";
import { usePageFacts } from "#components/shell/PageContext.tsx";
import { Button } from "#components/ui/Button.tsx";
import { ErrorNotice } from "#components/ui/ErrorNotice.tsx";
import { Field, inputClass } from "#components/ui/Field.tsx";
import { ApiError, callApi } from "#lib/call-api.ts";
import { scoreLink } from "#lib/score-link.ts";
import type { SignedScoreEntry } from "#server/contract.ts";
import { failureText } from "#words/failure-text.ts";
import { useWords } from "#words/use-words.ts";
import { claimName, claimValue } from "./claim-words.ts";
import { disclosureChoices } from "./disclosure-choices.ts";
import { SignedScorePreview } from "./SignedScorePreview.tsx";

/** A file, and what it was made of: whoever chooses otherwise, while it is made or later, sees it no more. */
interface MadeFile {
  readonly chosen: ReadonlySet<number>;
  readonly file: SignedScore;
  readonly link: string;
}

/** Chooses what a lender may see, and makes exactly that file. */
export function SignedScoreFile({ entry }: { readonly entry: SignedScoreEntry }) {
  const { locale } = usePageFacts();
  const t = useWords("signedScore");
  const names = useWords("claims");
  const refusals = useWords("failures");
  const { bounds, exact } = disclosureChoices(entry.claims);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [made, setMade] = useState<MadeFile | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);

  function choose(removed: readonly number[], added: readonly number[]) {
    setChosen(new Set([...[...chosen].filter((position) => !removed.includes(position)), ...added]));
  }

  async function preview() {
    setBusy(true);
    setFailure(null);
    try {
      const path = `/api/signed-scores/${encodeURIComponent(entry.id)}/disclosures`;
      const file = await callApi<SignedScore>(path, { method: "POST", body: { positions: [...chosen] } });
      setMade({ chosen, file, link: await scoreLink(file) });
    } catch (error) {
      setFailure(error instanceof ApiError ? error : new ApiError("unexpected", ""));
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className="grid gap-6 rounded-lg bg-subtle p-4 lg:grid-cols-2">
      <div className="space-y-5">
        {bounds.length > 0 && (
          <fieldset className="space-y-3">
            <legend className="font-medium">{t("thresholds")}</legend>
            {bounds.map(({ path, options }) => {
              const positions = options.map(({ position }) => position);
              return (
                <Field key={path} label={options[0] ? claimName(names, options[0].claim) : path}>
                  {(control) => (
                    <select
                      {...control}
                      className={inputClass}
                      value={positions.find((position) => chosen.has(position)) ?? ""}
                      onChange={({ target }) => choose(positions, target.value === "" ? [] : [Number(target.value)])}
                    >
                      <option value="">{t("nothing")}</option>
                      {options.map(({ claim, position }) => (
                        <option key={position} value={position}>
                          {claimValue(names, locale, claim)}
                        </option>
                      ))}
                    </select>
                  )}
                </Field>
              );
            })}
          </fieldset>
        )}
        <fieldset>
          <legend className="font-medium">{t("exact")}</legend>
          <ul className="mt-1 grid sm:grid-cols-2 lg:grid-cols-1">
            {exact.map(({ claim, position }) => (
              <li key={position}>
                <label className="flex min-h-11 items-center gap-3">
                  <input
                    type="checkbox"
                    className="size-5 shrink-0 accent-accent"
                    checked={chosen.has(position)}
                    onChange={({ target }) => choose([position], target.checked ? [position] : [])}
                  />
                  <span>
                    {claimName(names, claim)}: <span className="tabular-nums">{claimValue(names, locale, claim)}</span>
                  </span>
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
      </div>
      <div className="min-w-0 space-y-4">
        <Button busy={busy} onClick={preview}>
          {t("preview")}
        </Button>
        {failure && <ErrorNotice title={failureText(refusals, failure)} reference={failure.requestId} />}
        <div aria-live="polite">
          {made?.chosen === chosen && <SignedScorePreview file={made.file} link={made.link} />}
        </div>
      </div>
    </div>
  );
}
