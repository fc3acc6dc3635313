import { afterEach, describe, expect, it, vi } from "vitest";
import type { LiveState, Session } from "#server/contract.ts";
import { createLiveHub, type LiveHubOptions } from "./live-hub.ts";

const state: LiveState = {
  at: "2026-11-20T12:00:00.000Z",
  connections: [],
  today: { day: "2026-11-20", byCurrency: [], latest: [] },
  snapshotHash: null,
};

function newSession(): Session {
  return { sessionId: crypto.randomUUID(), accountId: crypto.randomUUID(), wallet: `0x${"a".repeat(40)}` };
}

function createHub(options: Partial<LiveHubOptions> = {}) {
  const marks = new Map<string, string>();
  const asked: number[] = [];
  const hub = createLiveHub({
    findMarks: async (sessionIds) => {
      asked.push(sessionIds.length);
      return new Map(sessionIds.flatMap((id) => (marks.has(id) ? [[id, marks.get(id) ?? ""]] : [])));
    },
    readState: async () => state,
    log: { warn: () => undefined, info: () => undefined },
    pollMs: 5,
    beatMs: 20,
    ...options,
  });
  stops.push(hub.close);
  return { hub, marks, asked };
}

/** Writes down what one stream was sent. */
function createSink() {
  const sent: string[] = [];
  return {
    sent,
    states: () => sent.filter((line) => line.startsWith("state")),
    state: (mark: string) => void sent.push(`state ${mark}`),
    beat: () => void sent.push("beat"),
    end: () => void sent.push("end"),
  };
}

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

describe("createLiveHub", () => {
  it("sends the state at once and again only when its mark changes", async () => {
    const { hub, marks } = createHub();
    const [session, sink] = [newSession(), createSink()];
    marks.set(session.sessionId, "one");
    hub.follow(session, null, null, sink);
    await vi.waitFor(() => expect(sink.sent).toContain("beat"));
    expect(sink.states()).toEqual(["state one"]);

    marks.set(session.sessionId, "two");

    await vi.waitFor(() => expect(sink.states()).toEqual(["state one", "state two"]));
  });

  it("sends nothing to a stream that goes on from the mark that still holds", async () => {
    const { hub, marks } = createHub();
    const [session, sink] = [newSession(), createSink()];
    marks.set(session.sessionId, "one");

    hub.follow(session, null, "one", sink);

    await vi.waitFor(() => expect(sink.sent).toContain("beat"));
    expect(sink.states()).toEqual([]);
  });

  it("ends every stream of a session once that is over, and no other", async () => {
    const { hub, marks } = createHub();
    const [ending, staying] = [newSession(), newSession()];
    const sinks = [createSink(), createSink(), createSink()] as const;
    for (const { sessionId } of [ending, staying]) marks.set(sessionId, "one");
    hub.follow(ending, null, null, sinks[0]);
    hub.follow(ending, null, null, sinks[1]);
    hub.follow(staying, null, null, sinks[2]);
    await vi.waitFor(() => expect(sinks[2].states()).toHaveLength(1));

    marks.delete(ending.sessionId);

    await vi.waitFor(() => expect(sinks[0].sent.at(-1)).toBe("end"));
    expect(sinks[1].sent.at(-1)).toBe("end");
    expect(sinks[2].sent).not.toContain("end");
  });

  it("asks one question for all sessions, and none while nobody follows", async () => {
    const { hub, marks, asked } = createHub();
    const sessions = [newSession(), newSession(), newSession()];
    const stopAll = sessions.map((session) => {
      marks.set(session.sessionId, "one");
      return hub.follow(session, null, null, createSink());
    });
    await vi.waitFor(() => expect(asked).toContain(3));

    for (const stop of stopAll) stop();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const before = asked.length;
    await new Promise((resolve) => setTimeout(resolve, 30));

    expect(asked).toHaveLength(before);
  });

  it("lets a session follow four times, and again once one has gone", () => {
    const { hub } = createHub();
    const session = newSession();
    const [stopFirst] = Array.from({ length: 4 }, () => hub.follow(session, null, null, createSink()));

    expect(() => hub.follow(session, null, null, createSink())).toThrow(
      expect.objectContaining({ code: "rate_limited" }),
    );
    hub.follow(newSession(), null, null, createSink());
    stopFirst?.();
    hub.follow(session, null, null, createSink());
  });

  it("lets the sessions of one account share a bound of twelve", () => {
    const { hub } = createHub();
    const [first, second, third, fourth] = Array.from({ length: 4 }, () => ({ ...newSession(), accountId: "one" }));
    if (!first || !second || !third || !fourth) throw new Error("four sessions were made");
    const stops = [first, second, third].flatMap((session) =>
      Array.from({ length: 4 }, () => hub.follow(session, null, null, createSink())),
    );

    expect(() => hub.follow(fourth, null, null, createSink())).toThrow(
      expect.objectContaining({ code: "rate_limited" }),
    );
    hub.follow(newSession(), null, null, createSink());
    stops[0]?.();
    hub.follow(fourth, null, null, createSink());
    expect(() => hub.follow(first, null, null, createSink())).toThrow(
      expect.objectContaining({ code: "rate_limited" }),
    );
  });

  it("lets 64 pages of one network follow, whoever they are of, and others besides", () => {
    const { hub } = createHub();
    const followFrom = (network: string | null) => hub.follow(newSession(), network, null, createSink());
    const [stopFirst] = Array.from({ length: 64 }, () => followFrom("203.0.113.9"));

    expect(() => followFrom("203.0.113.9")).toThrow(expect.objectContaining({ code: "rate_limited" }));
    followFrom("203.0.113.10");
    stopFirst?.();
    followFrom("203.0.113.9");
  });

  it("counts no network where clients cannot be told apart", () => {
    const { hub } = createHub();

    for (let nth = 0; nth < 65; nth++) hub.follow(newSession(), null, null, createSink());
  });

  it("takes 256 streams, and another once one has gone", () => {
    const { hub } = createHub();
    const followAnew = () => hub.follow(newSession(), null, null, createSink());
    const [stopFirst] = Array.from({ length: 256 }, followAnew);

    expect(followAnew).toThrow(expect.objectContaining({ code: "unavailable" }));
    stopFirst?.();
    followAnew();
  });

  it("beats no more while the database does not answer, says so once, and goes on afterwards", async () => {
    let isDown = true;
    const warnings: string[] = [];
    const { hub } = createHub({
      findMarks: async ([id = ""]) => {
        if (isDown) throw new Error("down");
        return new Map([[id, "one"]]);
      },
      log: { warn: (event) => void warnings.push(event), info: () => undefined },
    });
    const sink = createSink();
    hub.follow(newSession(), null, null, sink);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(sink.sent).toEqual([]);
    expect(warnings).toEqual(["live.interrupted"]);

    isDown = false;

    await vi.waitFor(() => expect(sink.states()).toEqual(["state one"]));
  });

  describe("while one session's state cannot be read", () => {
    function failing() {
      const [broken, other] = [newSession(), newSession()];
      const said: unknown[] = [];
      const reads = { broken: true, failed: 0 };
      const { hub, marks } = createHub({
        readState: async (session) => {
          if (session.sessionId !== broken.sessionId || !reads.broken) return state;
          reads.failed += 1;
          throw new Error("statement timeout");
        },
        log: {
          warn: (event) => void said.push(event),
          info: (event, facts) => void said.push([event, facts]),
        },
      });
      for (const { sessionId } of [broken, other]) marks.set(sessionId, "one");
      const [brokenSink, sink] = [createSink(), createSink()];
      const stop = hub.follow(broken, null, null, brokenSink);
      hub.follow(other, null, null, sink);
      return { broken, other, said, reads, marks, brokenSink, sink, stop };
    }

    it("keeps telling everybody else", async () => {
      const { marks, other, sink } = failing();

      await vi.waitFor(() => expect(sink.sent).toContain("beat"));
      marks.set(other.sessionId, "two");

      await vi.waitFor(() => expect(sink.states()).toEqual(["state one", "state two"]));
    });

    it("says so once, and how often it was once that is over, each time anew", async () => {
      const { broken, brokenSink, said, reads, marks } = failing();
      const missed: number[] = [];
      for (const mark of ["two", "three"]) {
        reads.failed = 0;
        await vi.waitFor(() => expect(reads.failed).toBeGreaterThan(3));
        reads.broken = false;
        await vi.waitFor(() => expect(brokenSink.states()).toHaveLength(missed.length + 1));
        missed.push(reads.failed);
        await vi.waitFor(() => expect(said).toHaveLength(2 * missed.length));
        reads.broken = true;
        marks.set(broken.sessionId, mark);
      }

      expect(said.slice(0, 4)).toEqual(missed.flatMap((polls) => ["live.not_told", ["live.told_again", { polls }]]));
    });

    it("says how often it was when the session leaves before that is over", async () => {
      const { said, reads, stop } = failing();
      await vi.waitFor(() => expect(reads.failed).toBeGreaterThan(3));

      stop();

      expect(said).toEqual(["live.not_told", ["live.left_untold", { polls: expect.any(Number) }]]);
    });
  });

  it("ends all streams when the server stops, and takes no other", async () => {
    let stop: () => void = () => undefined;
    const { hub } = createHub({
      onStop: (close) => {
        stop = close;
      },
    });
    const sink = createSink();
    hub.follow(newSession(), null, null, sink);

    stop();

    expect(sink.sent).toEqual(["end"]);
    expect(() => hub.follow(newSession(), null, null, createSink())).toThrow(
      expect.objectContaining({ code: "unavailable" }),
    );
  });
});
