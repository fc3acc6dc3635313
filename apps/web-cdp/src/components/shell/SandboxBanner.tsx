import { BeakerIcon } from "@heroicons/react/20/solid";
import Link from "next/link";
import type { Translator } from "#words/translator.ts";

/** Stays on every page of a demo: nobody may take practice figures for a real shop's. */
export function SandboxBanner({ t }: { readonly t: Translator<"shell"> }) {
  return (
    <aside aria-label={t("sandbox")} className="border-b border-caution/40 bg-caution-soft">
      <p className="mx-auto flex max-w-6xl items-start gap-2 px-4 py-2 text-sm text-ink sm:px-6">
        <BeakerIcon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-caution" />
        <span>
          <strong className="font-semibold">{t("sandboxMark")}</strong> {t("sandboxText")}{" "}
          <Link href="/demo" prefetch={false} className="font-medium underline underline-offset-2">
            {t("sandboxPlay")}
          </Link>
        </span>
      </p>
    </aside>
  );
}
