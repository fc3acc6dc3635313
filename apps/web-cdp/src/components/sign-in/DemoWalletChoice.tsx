import { BeakerIcon } from "@heroicons/react/24/outline";
import { Button } from "#components/ui/Button.tsx";
import type { Signer } from "#lib/wallet/signer.ts";
import { useWords } from "#words/use-words.ts";
import type { SignInStep } from "./use-sign-in.ts";

interface DemoWalletChoiceProps {
  readonly signer: Signer;
  readonly state: SignInStep;
  readonly onChoose: (signer: Signer) => void;
}

/** Two buttons: the wallet that this browser already made, or a fresh one to play another person. */
export function DemoWalletChoice({ signer, state, onChoose }: DemoWalletChoiceProps) {
  const t = useWords("signIn");
  const busy = state.step !== "choose" && state.step !== "ready";
  const mine = "signer" in state && state.signer.id === signer.id;

  async function startAfresh() {
    const { renewDemoKey } = await import("#lib/wallet/demo-key.ts");
    renewDemoKey();
    onChoose(signer);
  }

  return (
    <div className="space-y-2">
      <Button className="w-full" size="lg" busy={busy && mine} aria-disabled={busy} onClick={() => onChoose(signer)}>
        <BeakerIcon aria-hidden="true" className="size-5" />
        {t("demo")}
      </Button>
      <div className="flex flex-wrap items-center justify-between gap-x-3 text-sm text-ink-soft">
        <span>{t("demoKept")}</span>
        <Button variant="quiet" size="sm" aria-disabled={busy} onClick={startAfresh}>
          {t("demoNew")}
        </Button>
      </div>
    </div>
  );
}
