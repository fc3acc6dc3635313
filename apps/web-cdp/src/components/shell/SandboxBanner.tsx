import { BeakerIcon } from "@heroicons/react/20/solid";

/** Stays on every page of a demo: nobody may take practice figures for a real shop's. */
export function SandboxBanner() {
  return (
    <aside aria-label="Sandbox" className="border-b border-caution/40 bg-caution-soft">
      <p className="mx-auto flex max-w-6xl items-start gap-2 px-4 py-2 text-sm text-ink sm:px-6">
        <BeakerIcon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-caution" />
        <span>
          <strong className="font-semibold">Sandbox.</strong> Shops, orders and wallets here are made up. Nothing
          reaches TikTok, and no money is involved.
        </span>
      </p>
    </aside>
  );
}
