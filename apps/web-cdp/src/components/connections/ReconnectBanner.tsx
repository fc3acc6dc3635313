"use client";

import { useState } from "react";
import { useLive } from "#components/live/LiveProvider.tsx";
import { Button } from "#components/ui/Button.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { useWords } from "#words/use-words.ts";
import { ConsentDialog } from "./ConsentDialog.tsx";
import { marketOf } from "./connection-view.ts";
import { reconnectDue } from "./reconnect-due.ts";
import { useStartConnection } from "./use-start-connection.ts";

/** On top of the dashboard while a consent has ended or is about to: the most urgent one, with the way to renew it. */
export function ReconnectBanner({ now }: { readonly now: string }) {
  const { connections } = useLive();
  const t = useWords("connections");
  const { state, start, reset } = useStartConnection();
  const [open, setOpen] = useState(false);
  const [due, ...others] = reconnectDue(connections, now);
  if (!due) return null;
  const { connection, daysLeft, urgent } = due;
  const name = connection.displayName;
  return (
    <aside aria-label={t("reconnect.action")} className="mb-6">
      <Notice
        tone={urgent ? "caution" : "notice"}
        title={daysLeft === 0 ? t("reconnect.ended", { name }) : t("reconnect.title", { name, days: daysLeft })}
        actions={
          <Button variant="primary" size="sm" onClick={() => setOpen(true)}>
            {t("reconnect.action")} <span className="sr-only">{name}</span>
          </Button>
        }
      >
        <p>{t("reconnect.text")}</p>
        {others.length > 0 && <p>{t("reconnect.more", { count: others.length })}</p>}
      </Notice>
      <ConsentDialog
        open={open}
        state={state}
        reconnecting={{ account: connection.account, market: marketOf(connection) ?? "US", name }}
        onStart={start}
        onClose={() => {
          setOpen(false);
          reset();
        }}
      />
    </aside>
  );
}
