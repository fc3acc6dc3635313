import { WalletIcon } from "@heroicons/react/24/outline";
import { Spinner } from "#components/ui/Spinner.tsx";
import type { Signer } from "#lib/wallet/signer.ts";
import { useWords } from "#words/use-words.ts";
import type { SignInStep } from "./use-sign-in.ts";

interface WalletButtonProps {
  readonly signer: Signer;
  readonly icon: string | null;
  readonly state: SignInStep;
  readonly onChoose: (signer: Signer) => void;
}

export function WalletButton({ signer, icon, state, onChoose }: WalletButtonProps) {
  const t = useWords("signIn");
  const mine = "signer" in state && state.signer.id === signer.id;
  const busy = state.step !== "choose" && state.step !== "ready";
  return (
    <button
      type="button"
      aria-disabled={busy || undefined}
      onClick={busy ? undefined : () => onChoose(signer)}
      className="flex min-h-14 w-full cursor-pointer items-center gap-3 rounded-lg border border-control bg-surface px-3 text-left font-medium hover:bg-subtle aria-disabled:cursor-not-allowed"
    >
      {icon ? (
        // biome-ignore lint/performance/noImgElement: a wallet's icon is a data: address that it announces itself
        <img src={icon} alt="" width={28} height={28} className="size-7 rounded-md" />
      ) : (
        <WalletIcon aria-hidden="true" className="size-7 text-ink-soft" />
      )}
      <span className="flex-1">{signer.name}</span>
      <span className="flex items-center gap-2 text-sm font-normal text-ink-soft">
        {mine && busy && <Spinner />}
        {mine && isUnderWay(state.step) && t(`step.${state.step}`)}
      </span>
    </button>
  );
}

function isUnderWay(step: SignInStep["step"]): step is "connecting" | "signing" | "verifying" {
  return step === "connecting" || step === "signing" || step === "verifying";
}
