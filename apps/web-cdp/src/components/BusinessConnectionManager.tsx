"use client";

import { ShoppingCartIcon } from "@heroicons/react/24/outline";
import { useState } from "react";
import { useWords } from "#words/use-words.ts";
import { ComingPlatforms } from "./connections/ComingPlatforms.tsx";
import { ConnectFailure } from "./connections/ConnectFailure.tsx";
import { ConnectionCard } from "./connections/ConnectionCard.tsx";
import type { ConnectionFailure, ConnectReturn } from "./connections/connect-return.ts";
import { useLive } from "./live/LiveProvider.tsx";
import { TikTokShopConnectButton } from "./TikTokShopConnectButton.tsx";
import { Button } from "./ui/Button.tsx";
import { EmptyState } from "./ui/EmptyState.tsx";
import { Notice } from "./ui/Notice.tsx";

interface BusinessConnectionManagerProps {
  readonly now: string;
  /** How the person came back from TikTok, as the server read it; keeps the message even without script. */
  readonly connectReturn: ConnectReturn | null;
}

/** The wallet's business accounts: connect, watch the import, refresh, reconnect, disconnect. */
export function BusinessConnectionManager({ now, connectReturn }: BusinessConnectionManagerProps) {
  const t = useWords("connections");
  const { connections, importing, stalled, reload } = useLive();
  const [failure, setFailure] = useState<ConnectionFailure | null>(
    connectReturn?.outcome === "failed" ? connectReturn.error : null,
  );
  const [arrived, setArrived] = useState(connectReturn?.outcome === "connected");
  const [farewell, setFarewell] = useState<string | null>(null);
  const live = connections.filter((connection) => connection.status !== "disconnected");

  async function onDisconnected(name: string, what: "keep" | "delete") {
    await reload();
    setFarewell(t(`farewell.${what}`, { name }));
  }

  return (
    <div className="space-y-5">
      {failure && <ConnectFailure failure={failure} onDismiss={() => setFailure(null)} />}
      {arrived && connections.length > 0 && (
        <Notice
          tone="positive"
          role="status"
          title={t(importing ? "arrived.importing" : "arrived.done")}
          actions={
            <Button variant="quiet" size="sm" onClick={() => setArrived(false)}>
              {t("dismiss")}
            </Button>
          }
        >
          <p>{t(importing ? "arrived.importingText" : "arrived.doneText")}</p>
        </Notice>
      )}
      {farewell && <Notice tone="positive" role="status" title={farewell} />}
      {stalled && importing && (
        <Notice tone="caution" role="status" title={t("stalled")}>
          <p>{t("stalledText")}</p>
        </Notice>
      )}

      {connections.length === 0 ? (
        <EmptyState
          icon={<ShoppingCartIcon aria-hidden="true" className="size-8" />}
          title={t("none")}
          action={
            <TikTokShopConnectButton
              size="lg"
              onConnectionSuccess={() => setArrived(true)}
              onConnectionError={setFailure}
            />
          }
        >
          {t("noneText")}
        </EmptyState>
      ) : (
        <>
          <div className="space-y-4">
            {connections.map((connection) => (
              <ConnectionCard
                key={connection.id}
                connection={connection}
                now={now}
                onChanged={reload}
                onDisconnected={onDisconnected}
              />
            ))}
          </div>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <TikTokShopConnectButton
              size={live.length === 0 ? "lg" : "sm"}
              onConnectionSuccess={() => setArrived(true)}
              onConnectionError={setFailure}
            />
            <p className="text-sm text-ink-soft">{t(live.length === 0 ? "again" : "another")}</p>
          </div>
        </>
      )}

      <div>
        <h3 className="mb-2 text-sm font-semibold text-ink-soft">{t("coming.title")}</h3>
        <ComingPlatforms />
      </div>
    </div>
  );
}
