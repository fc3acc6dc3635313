"use client";

import { useState } from "react";
import { useLive } from "#components/live/LiveProvider.tsx";
import { Button } from "#components/ui/Button.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { ConsentDialog } from "./ConsentDialog.tsx";
import { marketOf } from "./connection-view.ts";
import { reconnectDue } from "./reconnect-due.ts";
import { reconnectWords as words } from "./reconnect-words.ts";
import { useStartConnection } from "./use-start-connection.ts";

/** On top of the dashboard while a consent has ended or is about to: the most urgent one, with the way to renew it. */
export function ReconnectBanner({ now }: { readonly now: string }) {
  const { connections } = useLive();
  const { state, start, reset } = useStartConnection();
  const [open, setOpen] = useState(false);
  const [due, ...others] = reconnectDue(connections, now);
  if (!due) return null;
  const { connection, daysLeft, urgent } = due;
  const name = connection.displayName;
  return (
    <aside aria-label={words.action} className="mb-6">
      <Notice
        tone={urgent ? "caution" : "notice"}
        title={words.title(name, daysLeft)}
        actions={
          <Button variant="primary" size="sm" onClick={() => setOpen(true)}>
            {words.action} <span className="sr-only">{name}</span>
          </Button>
        }
      >
        <p>{words.text}</p>
        {others.length > 0 && <p>{words.more(others.length)}</p>}
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
