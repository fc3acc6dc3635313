import { EyeIcon, EyeSlashIcon } from "@heroicons/react/20/solid";
import type { ShareScope } from "#server/contract.ts";
import { useWords } from "#words/use-words.ts";
import { hiddenParts, type PreviewFigures, sharePreview, shownParts } from "./share-scopes.ts";

/** The lender's view before it exists: what will stand there, and what will not. */
export function SharePreview({ scope, figures }: { readonly scope: ShareScope; readonly figures: PreviewFigures }) {
  const t = useWords("sharing");
  return (
    <section aria-labelledby="share-preview" className="rounded-lg border border-line bg-subtle p-4">
      <h3 id="share-preview" className="font-semibold">
        {t("preview.title")}
      </h3>
      <dl className="mt-3 divide-y divide-line text-sm" aria-live="polite">
        {sharePreview(t, scope, figures).map(({ label, value }) => (
          <div key={label} className="flex justify-between gap-4 py-1.5">
            <dt className="text-ink-soft">{label}</dt>
            <dd className={value === null ? "text-ink-soft italic" : "text-right font-medium tabular-nums"}>
              {value ?? t("preview.notShared")}
            </dd>
          </div>
        ))}
      </dl>
      <div className="mt-4 grid gap-4 text-sm sm:grid-cols-2">
        <ScopeLines title={t("preview.shows")} lines={shownParts(t, scope)} visible />
        <ScopeLines title={t("preview.hides")} lines={hiddenParts(t, scope, "borrower")} visible={false} />
      </div>
    </section>
  );
}

interface ScopeLinesProps {
  readonly title: string;
  readonly lines: readonly string[];
  readonly visible: boolean;
}

function ScopeLines({ title, lines, visible }: ScopeLinesProps) {
  const Icon = visible ? EyeIcon : EyeSlashIcon;
  return (
    <div>
      <p className="font-medium">{title}</p>
      <ul className="mt-1 space-y-1 text-ink-soft">
        {lines.map((line) => (
          <li key={line} className="flex gap-2">
            <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
            {line}
          </li>
        ))}
      </ul>
    </div>
  );
}
