import { createRandom, type Random } from "../random.ts";
import type { Fault } from "./fault.ts";

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
