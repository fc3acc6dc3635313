import "server-only";
import type { LiveState, Session } from "#server/contract.ts";
import { AppError } from "#server/errors.ts";
import type { Log } from "#server/log.ts";

/** Where one open stream writes. */
export interface LiveSink {
  /** A state with the mark under which it can be resumed. */
  state(mark: string, state: LiveState): void;
  /** A sign of life: the database was asked and nothing changed. */
  beat(): void;
  end(): void;
}

export interface LiveHub {
  /**
   * Writes to `sink` whenever what the session's wallet sees is no longer what `after` marks, until the session ends.
   * Answers how to stop. `network` is where the client is, null where clients cannot be told apart. Throws `rate_limited`
   * for too many streams of one session, account or network, `unavailable` when this instance has too many or is stopping.
   */
  follow(session: Session, network: string | null, after: string | null, sink: LiveSink): () => void;
  /** Ends every stream and takes no other. */
  close(): void;
}

export interface LiveHubOptions {
  /** One mark for each of the sessions that is still open. */
  readonly findMarks: (sessionIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly readState: (session: Session) => Promise<LiveState>;
  /** Called with the first stream: hands over what ends them all, since a server that stops waits for every answer. */
  readonly onStop?: (close: () => void) => void;
  readonly log: Pick<Log, "info" | "warn">;
  readonly pollMs?: number;
  readonly beatMs?: number;
}

/** A browser opens at most six connections to one site over HTTP/1.1, and pages need some of them. */
const maxPerSession = 4;
/** Of all its sessions: a person has a few browsers, and one account must not take up the instance. */
const maxPerAccount = 12;
/** Accounts cost nothing, so a network must not take up the instance either; an office has pages of many people open. */
const maxPerNetwork = 64;
/** Each holds a connection of the proxy, which has to have others left (docs/going-live.md says how many). */
const maxStreams = 256;
const longestPauseMs = 10_000;

interface Stream {
  readonly sink: LiveSink;
  readonly accountId: string;
  readonly network: string | null;
  mark: string | null;
}

interface Followed {
  readonly session: Session;
  readonly streams: Set<Stream>;
  /** Polls in a row for which its state could not be read. */
  untold: number;
}

/**
 * Follows every wallet that has a page open here with one question a poll. What it holds are open streams only, so any
 * number of instances can run; a browser that comes to another one goes on from its mark.
 */
export function createLiveHub({
  findMarks,
  readState,
  onStop = () => undefined,
  log,
  pollMs = 1_000,
  beatMs = 15_000,
}: LiveHubOptions): LiveHub {
  const followed = new Map<string, Followed>();
  let streamCount = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let failures = 0;
  let beatenAt = Date.now();
  let closed = false;
  let isArmed = false;

  function wake(delayMs: number): void {
    if (timer !== null || followed.size === 0) return;
    timer = setTimeout(() => {
      void poll().finally(() => {
        timer = null;
        wake(Math.min(pollMs * 2 ** failures, longestPauseMs));
      });
    }, delayMs);
  }

  async function poll(): Promise<void> {
    try {
      const asked = [...followed.keys()];
      const marks = await findMarks(asked);
      const told = await Promise.allSettled(asked.map((id) => update(id, marks.get(id) ?? null)));
      const failed = told.filter((one) => one.status === "rejected");
      // One session's failure is not everybody's; that of all is an outage.
      if (failed.length > 0 && failed.length === told.length) throw failed[0]?.reason;
      for (const [index, one] of told.entries()) {
        const entry = followed.get(asked[index] ?? "");
        if (entry) note(entry, one);
      }
      failures = 0;
    } catch (cause) {
      // Said once for each outage; without beats pages know by themselves.
      if (failures === 0) log.warn("live.interrupted", { err: cause });
      failures += 1;
      return;
    }
    if (Date.now() - beatenAt < beatMs) return;
    beatenAt = Date.now();
    for (const { streams } of followed.values()) for (const { sink } of streams) sink.beat();
  }

  /** Said once for each time that a session's state cannot be read, with how long it was once that is over. */
  function note(entry: Followed, outcome: PromiseSettledResult<void>): void {
    if (outcome.status === "fulfilled") settle(entry, "live.told_again");
    else {
      if (entry.untold === 0) log.warn("live.not_told", { err: outcome.reason });
      entry.untold += 1;
    }
  }

  function settle(entry: Followed, event: string): void {
    if (entry.untold > 0) log.info(event, { polls: entry.untold });
    entry.untold = 0;
  }

  async function update(sessionId: string, mark: string | null): Promise<void> {
    const entry = followed.get(sessionId);
    if (!entry) return;
    if (mark === null) return endAll(entry);
    const behind = [...entry.streams].filter((stream) => stream.mark !== mark);
    if (behind.length === 0) return;
    const state = await readState(entry.session);
    for (const stream of behind) {
      if (!entry.streams.has(stream)) continue;
      stream.mark = mark;
      stream.sink.state(mark, state);
    }
  }

  function endAll({ session, streams }: Followed): void {
    for (const stream of [...streams]) {
      drop(session, stream);
      stream.sink.end();
    }
  }

  function countOf(whose: "accountId" | "network", value: string): number {
    const open = [...followed.values()].flatMap(({ streams }) => [...streams]);
    return open.filter((stream) => stream[whose] === value).length;
  }

  function drop({ sessionId }: Session, stream: Stream): void {
    const entry = followed.get(sessionId);
    if (!entry?.streams.delete(stream)) return;
    streamCount -= 1;
    if (entry.streams.size > 0) return;
    settle(entry, "live.left_untold");
    followed.delete(sessionId);
  }

  function close(): void {
    closed = true;
    for (const entry of [...followed.values()]) endAll(entry);
  }

  return {
    follow(session, network, after, sink) {
      const entry = followed.get(session.sessionId) ?? { session, streams: new Set<Stream>(), untold: 0 };
      if (closed || streamCount >= maxStreams) {
        throw new AppError("unavailable", "Nobody else can follow live here now.", { retryAfterSeconds: 30 });
      }
      if (entry.streams.size >= maxPerSession) {
        throw new AppError("rate_limited", "Too many pages of this session are live.", { retryAfterSeconds: 30 });
      }
      if (countOf("accountId", session.accountId) >= maxPerAccount) {
        throw new AppError("rate_limited", "Too many pages of this account are live.", { retryAfterSeconds: 30 });
      }
      if (network !== null && countOf("network", network) >= maxPerNetwork) {
        throw new AppError("rate_limited", "Too many pages of this network are live.", { retryAfterSeconds: 30 });
      }
      const stream: Stream = { sink, accountId: session.accountId, network, mark: after };
      entry.streams.add(stream);
      followed.set(session.sessionId, entry);
      streamCount += 1;
      if (!isArmed) onStop(close);
      isArmed = true;
      wake(0);
      return () => drop(session, stream);
    },
    close,
  };
}
