import type { TokenStore } from "./auth/token-store.ts";
import { createTokenStore } from "./auth/token-store.ts";
import { type Clock, createClock, daySeconds, midnightBefore } from "./clock.ts";
import { createFaultBoard, type FaultBoard } from "./faults/fault-board.ts";
import { createRateLimiter, type RateLimiter } from "./gateway/rate-limit.ts";
import { findPersona, personas } from "./personas/directory.ts";
import type { Persona } from "./personas/persona.ts";
import { createRequestLog, type RequestLog } from "./request-log.ts";
import type { LiveSettings } from "./settings.ts";
import { emptyState, type SandboxState } from "./state.ts";
import { readStateFile, writeStateFile } from "./state-file.ts";
import { openBook, type SellerBook } from "./trade/book.ts";
import { type CommissionBook, openCommissionBook } from "./trade/commission-book.ts";
import type { OrderEdit } from "./trade/edits.ts";
import type { Shop } from "./trade/shop.ts";

interface WorldOptions {
  readonly settings: LiveSettings;
  readonly machineNowMs: () => number;
  /** Monotonic milliseconds for rate limits, which no test clock moves. */
  readonly monotonicMs: () => number;
  readonly stateFile: string | null;
  readonly anchor: number | null;
}

/** The whole sandbox behind its two ports: settings, clock, tokens, books, faults and the log of requests. */
export interface World {
  readonly settings: LiveSettings;
  readonly clock: Clock;
  readonly state: SandboxState;
  readonly tokens: TokenStore;
  readonly faults: FaultBoard;
  readonly log: RequestLog;
  readonly rateLimiter: RateLimiter;
  readonly personas: readonly Persona[];
  readonly findPersona: (id: string) => Persona | null;
  readonly bookOf: (shop: Shop) => SellerBook;
  readonly commissionsOf: (persona: Persona) => CommissionBook;
  /** Applies an edit to a shop's trade and remembers it. Throws `EditError`. */
  readonly edit: (persona: Persona, shop: Shop, edit: OrderEdit) => string;
  /** Marks the state as changed; it is written down soon after. */
  readonly remember: () => void;
  /** Writes what is still unwritten. */
  readonly flush: () => void;
  /** Forgets everything that happened since the first start; the anchor becomes today. */
  readonly reset: () => void;
}

const anchorLifeDays = 7;

export function createWorld(options: WorldOptions): World {
  const { settings, stateFile } = options;
  const saved = stateFile === null ? null : readStateFile(stateFile);
  const state = saved ?? emptyState(0);
  const clock = createClock(options.machineNowMs, state.clockOffsetSeconds);
  state.anchor = chooseAnchor();
  const books = new Map<string, SellerBook>();
  const commissions = new Map<string, CommissionBook>();
  let pendingWrite: NodeJS.Timeout | null = null;

  // A young anchor is kept, so that a restart changes nothing; an old one moves on, so that the worked examples stay inside 90 days.
  function chooseAnchor(): number {
    const today = midnightBefore(clock.now());
    if (options.anchor !== null) return midnightBefore(options.anchor);
    const isYoung = saved !== null && today - saved.anchor <= anchorLifeDays * daySeconds && saved.anchor <= today;
    return isYoung ? saved.anchor : today;
  }

  function remember(): void {
    if (stateFile === null || pendingWrite !== null) return;
    pendingWrite = setTimeout(flush, 50);
    pendingWrite.unref();
  }

  function flush(): void {
    if (stateFile === null) return;
    if (pendingWrite !== null) clearTimeout(pendingWrite);
    pendingWrite = null;
    state.clockOffsetSeconds = clock.offsetSeconds();
    writeStateFile(stateFile, state);
  }

  function bookOf(shop: Shop): SellerBook {
    const open = books.get(shop.id);
    if (open !== undefined) return open;
    const book = openBook(shop, state.anchor);
    for (const { shopId, edit } of state.edits) {
      if (shopId === shop.id) book.apply(edit);
    }
    books.set(shop.id, book);
    return book;
  }

  function commissionsOf(persona: Persona): CommissionBook {
    const open = commissions.get(persona.id) ?? openCommissionBook(persona, state.anchor);
    commissions.set(persona.id, open);
    return open;
  }

  const tokens = createTokenStore({ state, settings, now: clock.now, findPersona, onChange: remember });
  const world: World = {
    settings,
    clock,
    state,
    tokens,
    faults: createFaultBoard(),
    log: createRequestLog(),
    rateLimiter: createRateLimiter(settings, options.monotonicMs),
    personas,
    findPersona,
    bookOf,
    commissionsOf,
    edit: (persona, shop, edit) => {
      const orderId = bookOf(shop).apply(edit);
      state.edits.push({ shopId: shop.id, personaId: persona.id, edit });
      remember();
      return orderId;
    },
    remember,
    flush,
    reset: () => {
      books.clear();
      commissions.clear();
      clock.setOffset(0);
      world.faults.clear();
      world.log.clear();
      world.rateLimiter.clear();
      Object.assign(state, emptyState(midnightBefore(clock.now())));
      if (options.anchor !== null) state.anchor = midnightBefore(options.anchor);
      remember();
    },
  };
  return world;
}
