"use client";

import { ArrowPathIcon, LinkIcon, TrashIcon } from "@heroicons/react/20/solid";
import { useState } from "react";
import { usePageFacts } from "#components/shell/PageContext.tsx";
import { Badge } from "#components/ui/Badge.tsx";
import { Button } from "#components/ui/Button.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { callApi } from "#lib/call-api.ts";
import { formatDate, formatDateTime, formatRegion, formatRelative, formatWord } from "#lib/format.ts";
import type { Connection } from "#server/contract.ts";
import { failureText } from "#words/failure-text.ts";
import type { Messages, Translator } from "#words/translator.ts";
import { useWords } from "#words/use-words.ts";
import { ConnectionFigures } from "./ConnectionFigures.tsx";
import { ConsentDialog } from "./ConsentDialog.tsx";
import { isImporting, marketOf, reconnectNotice, statusView } from "./connection-view.ts";
import { DisconnectDialog } from "./DisconnectDialog.tsx";
import { ImportProgress } from "./ImportProgress.tsx";
import { describeScope } from "./scopes.ts";
import { useStartConnection } from "./use-start-connection.ts";

interface ConnectionCardProps {
  readonly connection: Connection;
  readonly now: string;
  readonly onChanged: () => Promise<void>;
  readonly onDisconnected: (name: string, what: "keep" | "delete") => Promise<void>;
}

/** One connected account: what state it is in, what it holds, and what can be done with it. */
export function ConnectionCard({ connection, now, onChanged, onDisconnected }: ConnectionCardProps) {
  const { locale } = usePageFacts();
  const t = useWords("connections");
  const refusals = useWords("failures");
  const [dialog, setDialog] = useState<"none" | "reconnect" | "disconnect">("none");
  const [syncing, setSyncing] = useState(false);
  const [syncFailure, setSyncFailure] = useState<string | null>(null);
  const { state, start, reset } = useStartConnection();
  const status = statusView(connection);
  const stopped = connection.status === "disconnected";
  const importing = isImporting(connection);

  async function syncNow() {
    setSyncing(true);
    setSyncFailure(null);
    try {
      await callApi(`/api/connections/${encodeURIComponent(connection.id)}/sync`, { method: "POST" });
      await onChanged();
    } catch (error) {
      setSyncFailure(failureText(refusals, error));
    } finally {
      setSyncing(false);
    }
  }

  return (
    <article aria-label={connection.displayName} className="rounded-lg border border-line p-4">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h3 className="font-semibold break-words">{connection.displayName}</h3>
          <p className="text-sm text-ink-soft">TikTok Shop · {t(`card.${connection.account}`)}</p>
        </div>
        <Badge tone={status.tone}>{t(`status.${status.status}`)}</Badge>
      </div>

      {connection.shops.length > 0 && (
        <ul aria-label={t("card.shops")} className="mt-3 flex flex-wrap gap-2 text-sm">
          {connection.shops.map((shop) => (
            <li key={shop.id} className="min-w-0 rounded-md bg-subtle px-2.5 py-1 break-words">
              {shop.name}{" "}
              <span className="text-ink-soft">
                · {formatRegion(locale, shop.region)}
                {shop.sellerType && ` · ${sellerType(t, shop.sellerType)}`}
              </span>
            </li>
          ))}
        </ul>
      )}

      <div className="mt-4 space-y-3">
        <ConnectionNotices connection={connection} now={now} onReconnect={() => setDialog("reconnect")} />
        {importing && <ImportProgress connection={connection} />}
        {connection.revenueData && <ConnectionFigures figures={connection.revenueData} />}
        {syncFailure && <Notice tone="danger" role="alert" title={syncFailure} />}
      </div>

      <div className="mt-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-t border-line pt-3">
        <dl className="flex flex-wrap gap-x-6 gap-y-1 text-sm text-ink-soft">
          <div>
            <dt className="inline">{t("card.lastSynced")} </dt>
            <dd className="inline text-ink">
              {connection.lastSyncedAt ? (
                <time dateTime={connection.lastSyncedAt} title={formatDateTime(locale, connection.lastSyncedAt)}>
                  {formatRelative(locale, connection.lastSyncedAt, now)}
                </time>
              ) : (
                t("card.never")
              )}
            </dd>
          </div>
          {!stopped && (
            <div>
              <dt className="inline">{t("card.ends")} </dt>
              <dd className="inline text-ink">
                {connection.authorizationExpiresAt
                  ? formatDate(locale, connection.authorizationExpiresAt)
                  : t("card.endless")}
              </dd>
            </div>
          )}
        </dl>
        <div className="flex flex-wrap gap-2">
          {!importing && (connection.status === "active" || connection.status === "error") && (
            <Button variant="secondary" size="sm" busy={syncing} onClick={syncNow}>
              {!syncing && <ArrowPathIcon aria-hidden="true" className="size-4" />}
              {t("card.sync")}
            </Button>
          )}
          <Button variant="secondary" size="sm" onClick={() => setDialog("reconnect")}>
            <LinkIcon aria-hidden="true" className="size-4" />
            {t("card.reconnect")}
          </Button>
          <Button variant="quiet" size="sm" onClick={() => setDialog("disconnect")}>
            {stopped && <TrashIcon aria-hidden="true" className="size-4" />}
            {t(stopped ? "card.deleteData" : "card.disconnect")}
          </Button>
        </div>
      </div>

      <ConsentDialog
        open={dialog === "reconnect"}
        state={state}
        reconnecting={{
          account: connection.account,
          market: marketOf(connection) ?? "US",
          name: connection.displayName,
        }}
        onStart={start}
        onClose={() => {
          setDialog("none");
          reset();
        }}
      />
      <DisconnectDialog
        connection={connection}
        open={dialog === "disconnect"}
        onClose={() => setDialog("none")}
        onDone={(what) => onDisconnected(connection.displayName, what)}
      />
    </article>
  );
}

interface ConnectionNoticesProps {
  readonly connection: Connection;
  readonly now: string;
  readonly onReconnect: () => void;
}

function ConnectionNotices({ connection, now, onReconnect }: ConnectionNoticesProps) {
  const { locale } = usePageFacts();
  const t = useWords("connections");
  const ending = connection.status === "disconnected" ? null : reconnectNotice(connection.authorizationExpiresAt, now);
  const reconnect = (
    <Button variant="secondary" size="sm" onClick={onReconnect}>
      {t("card.reconnectNow")}
    </Button>
  );
  return (
    <>
      {connection.status === "needs_reconnect" && (
        <Notice tone="caution" title={t("card.refused")} actions={reconnect}>
          <p>{t("card.refusedText")}</p>
        </Notice>
      )}
      {connection.status !== "needs_reconnect" && ending && (
        <Notice
          tone={ending.urgent ? "caution" : "notice"}
          title={ending.daysLeft === 0 ? t("card.ended") : t("card.ending", { days: ending.daysLeft })}
          actions={reconnect}
        >
          <p>{t("card.endingText", { date: formatDate(locale, connection.authorizationExpiresAt) })}</p>
        </Notice>
      )}
      {connection.error && (
        <Notice tone="danger" title={importFailure(t, connection.error.code)}>
          <p>
            {t("card.failedText")} <code className="font-mono text-xs">{connection.error.code}</code>
          </p>
        </Notice>
      )}
      {connection.status !== "disconnected" && connection.missingScopes.length > 0 && (
        <Notice tone="caution" title={t("card.partial")} actions={reconnect}>
          <ul className="list-disc space-y-1 pl-5">
            {connection.missingScopes.map((scope) => {
              const { label, restores } = describeScope(t, scope);
              return (
                <li key={scope}>
                  {t.rich("card.restores", {
                    label,
                    scope,
                    what: restores,
                    name: (words) => <strong className="font-medium text-ink">{words}</strong>,
                  })}
                </li>
              );
            })}
          </ul>
        </Notice>
      )}
    </>
  );
}

/** Why an import ended; a code of a newer server reads as an import that was not finished. */
function importFailure(t: Translator<"connections">, code: string): string {
  const known = code as keyof Messages["connections"]["importFailure"];
  return t(t.has(`importFailure.${known}`) ? `importFailure.${known}` : "importFailure.other");
}

/** The platform's kind of seller; one that no table knows reads as its own word. */
function sellerType(t: Translator<"connections">, type: string): string {
  const known = type as keyof Messages["connections"]["card"]["sellerType"];
  return t.has(`card.sellerType.${known}`) ? t(`card.sellerType.${known}`) : formatWord(type);
}
