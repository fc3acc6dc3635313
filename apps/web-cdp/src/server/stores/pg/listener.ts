import "server-only";
import { Client } from "pg";
import type { Log } from "#server/log.ts";

export interface ListenerOptions {
  readonly databaseUrl: string;
  readonly applicationName: string;
  readonly channels: readonly string[];
  /** Called on each notification, and after each reconnect, since some may have been missed. */
  readonly onNotify: (channel: string, payload: string) => void;
  readonly log: Log;
  /** How often the line is tried, and how long it may take to answer. */
  readonly patience?: { readonly heartbeatMs: number; readonly answerMs: number };
}

const usualPatience = { heartbeatMs: 15_000, answerMs: 10_000 };
const mostReconnectMs = 10_000;

/** Listens on a connection of its own and reconnects for as long as it is wanted. A poll must stand behind it. */
export function startListener(options: ListenerOptions): { stop(): Promise<void> } {
  const { heartbeatMs, answerMs } = options.patience ?? usualPatience;
  let stopped = false;
  let client: Client | null = null;
  let timer: NodeJS.Timeout | undefined;

  async function connect(tries: number): Promise<void> {
    if (stopped) return;
    const next = new Client({
      connectionString: options.databaseUrl,
      application_name: options.applicationName,
      connectionTimeoutMillis: 10_000,
      query_timeout: answerMs,
      keepAlive: true,
    });
    client = next;
    next.on("notification", ({ channel, payload }) => options.onNotify(channel, payload ?? ""));
    next.on("error", () => reconnect(next, tries));
    try {
      await next.connect();
      for (const channel of options.channels) await next.query(`listen ${next.escapeIdentifier(channel)}`);
      for (const channel of options.channels) options.onNotify(channel, "");
      watch(next);
    } catch {
      reconnect(next, tries);
    }
  }

  /** A dropped network looks like silence: one small question now and then, answered in time, tells the difference. */
  function watch(listening: Client): void {
    timer = setTimeout(async () => {
      try {
        await listening.query("select 1");
        if (client === listening && !stopped) watch(listening);
      } catch {
        reconnect(listening, 0);
      }
    }, heartbeatMs);
  }

  function reconnect(broken: Client, tries: number): void {
    if (stopped || client !== broken) return;
    client = null;
    clearTimeout(timer);
    broken.removeAllListeners("notification");
    broken.end().catch(() => undefined);
    if (tries === 0) options.log.warn("listener_lost", { channels: options.channels });
    timer = setTimeout(() => void connect(tries + 1), Math.min(mostReconnectMs, 250 * 2 ** tries));
  }

  void connect(0);
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
