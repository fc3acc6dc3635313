"use client";

import { ShoppingCartIcon } from "@heroicons/react/24/outline";
import { useState } from "react";
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
  const { connections, importing, stalled, reload } = useLive();
  const [failure, setFailure] = useState<ConnectionFailure | null>(
    connectReturn?.outcome === "failed" ? connectReturn.error : null,
  );
  const [arrived, setArrived] = useState(connectReturn?.outcome === "connected");
  const [farewell, setFarewell] = useState<string | null>(null);
  const live = connections.filter((connection) => connection.status !== "disconnected");

  async function onDisconnected(name: string, what: "keep" | "delete") {
    await reload();
    setFarewell(
      what === "keep"
        ? `${name} is disconnected. What was imported is kept.`
        : `${name} is disconnected and what it imported is deleted.`,
    );
  }

  return (
    <div className="space-y-5">
      {failure && <ConnectFailure failure={failure} onDismiss={() => setFailure(null)} />}
      {arrived && connections.length > 0 && (
        <Notice
          tone="positive"
          role="status"
          title={importing ? "TikTok Shop approved. The import has started." : "TikTok Shop approved."}
          actions={
            <Button variant="quiet" size="sm" onClick={() => setArrived(false)}>
              Dismiss
            </Button>
          }
        >
          <p>
            {importing
              ? "We are reading the last 90 days. Your score follows when the import is done."
              : "The import is done and your score includes it."}
          </p>
        </Notice>
      )}
      {farewell && <Notice tone="positive" role="status" title={farewell} />}
      {stalled && importing && (
        <Notice tone="caution" role="status" title="Live progress is not reaching this page.">
          <p>The import itself goes on. Check your connection; this page catches up by itself.</p>
        </Notice>
      )}

      {connections.length === 0 ? (
        <EmptyState
          icon={<ShoppingCartIcon aria-hidden="true" className="size-8" />}
          title="No business account yet"
          action={
            <TikTokShopConnectButton
              size="lg"
              onConnectionSuccess={() => setArrived(true)}
              onConnectionError={setFailure}
            />
          }
        >
          Connect a shop or a creator account. We read 90 days of sales, and you see every figure before anybody else.
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
            <p className="text-sm text-ink-soft">
              {live.length === 0
                ? "Connect again to get a fresh score."
                : "Another shop or creator account counts too."}
            </p>
          </div>
        </>
      )}

      <div>
        <h3 className="mb-2 text-sm font-semibold text-ink-soft">Other platforms</h3>
        <ComingPlatforms />
      </div>
    </div>
  );
}
