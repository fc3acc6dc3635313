import { createRandom, type Random } from "../random.ts";

/** What goes wrong. Each kind is one way a provider can lie, stall or break off. */
export type FaultKind =
  | {
      readonly kind: "answer";
      readonly status: number;
      readonly code?: number;
      readonly message?: string;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly kind: "delay"; readonly delayMs: number }
  | { readonly kind: "hang" }
  | { readonly kind: "drip"; readonly bytesPerSecond: number }
  | { readonly kind: "reset" }
  | { readonly kind: "truncate"; readonly bytes: number }
  | { readonly kind: "html_502" }
  | { readonly kind: "invalid_json" }
  | { readonly kind: "wrong_content_type" }
  | { readonly kind: "redirect"; readonly location: string }
  | { readonly kind: "huge_body"; readonly bytes: number }
  | { readonly kind: "gzip_bomb"; readonly bytes: number }
  | { readonly kind: "repeat_page_token" }
  | { readonly kind: "empty_page_with_token" }
  | { readonly kind: "duplicate_rows" }
  | { readonly kind: "shrinking_totals" }
  | { readonly kind: "patch_data"; readonly patch: Readonly<Record<string, unknown>> };

export type Fault = FaultKind & {
  /** Part of the path, e.g. `/order/` or `/api/v2/token/refresh`; empty matches every path. */
  readonly path: string;
  readonly method?: string;
  readonly persona?: string;
  /** How often it strikes; absent means until it is cleared. */
  readonly times?: number;
  /** How many matching requests pass before it strikes. */
  readonly after?: number;
  /** Chance of striking, 0 to 1, drawn from the seed. */
  readonly probability?: number;
  readonly seed?: string;
  /** The request is still carried out before it fails: an answer that got lost. */
  readonly afterEffect?: boolean;
};

export interface FaultStanding {
  readonly id: number;
  readonly fault: Fault;
  readonly struck: number;
  readonly seen: number;
}

export interface FaultBoard {
  readonly add: (fault: Fault) => number;
  readonly remove: (id: number) => void;
  readonly clear: () => void;
  readonly list: () => readonly FaultStanding[];
  /** The first fault that strikes this request; null when none does. */
  readonly strike: (request: {
    readonly method: string;
    readonly path: string;
    readonly persona: string | null;
  }) => Fault | null;
}

interface Entry {
  readonly id: number;
  readonly fault: Fault;
  readonly random: Random;
  struck: number;
  seen: number;
}

export function createFaultBoard(): FaultBoard {
  let entries: Entry[] = [];
  let serial = 0;
  return {
    add: (fault) => {
      serial += 1;
      entries.push({ id: serial, fault, random: createRandom(fault.seed ?? `fault/${serial}`), struck: 0, seen: 0 });
      return serial;
    },
    remove: (id) => {
      entries = entries.filter((entry) => entry.id !== id);
    },
    clear: () => {
      entries = [];
    },
    list: () => entries.map(({ id, fault, struck, seen }) => ({ id, fault, struck, seen })),
    strike: (request) => {
      for (const entry of entries) {
        if (matches(entry.fault, request) && strikesNow(entry)) return entry.fault;
      }
      return null;
    },
  };
}

function matches(fault: Fault, request: Parameters<FaultBoard["strike"]>[0]): boolean {
  if (!request.path.includes(fault.path)) return false;
  if (fault.method !== undefined && fault.method !== request.method) return false;
  return fault.persona === undefined || fault.persona === request.persona;
}

function strikesNow(entry: Entry): boolean {
  const { fault } = entry;
  entry.seen += 1;
  if (entry.seen <= (fault.after ?? 0)) return false;
  if (fault.times !== undefined && entry.struck >= fault.times) return false;
  if (fault.probability !== undefined && entry.random() >= fault.probability) return false;
  entry.struck += 1;
  return true;
}
