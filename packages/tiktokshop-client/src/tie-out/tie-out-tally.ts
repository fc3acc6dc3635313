import { decimalFromUnits } from "@lendfriend/connector";
import type { RowSink } from "../metrics/rows/metric-row.ts";
import { judgedRow } from "../metrics/rows/trail-row.ts";
import type { OldDelivered, TieOutCount, TieOutFlag, TieOutState, TieOutSubject } from "./tie-out-types.ts";

interface Sum {
  count: number;
  units: bigint;
}

interface Counted {
  readonly subject: TieOutSubject;
  readonly state: TieOutState;
  readonly currency: string;
}

/** One thing that was judged, by its own id. */
export interface Judged extends Counted {
  readonly shopId: string;
  readonly id: string;
  readonly orderId: string | null;
  /** Unix seconds. */
  readonly at: number | null;
}

/** Counts what was judged, and hands on what is flagged. Money in millionths. */
export class TieOutTally {
  private readonly sums = new Map<string, Counted & { readonly sum: Sum }>();
  private readonly old = new Map<string, { readonly all: Sum; readonly missing: Sum }>();
  private readonly onFlag: (flag: TieOutFlag) => Promise<void> | void;

  private readonly rows: RowSink | null;

  constructor(onFlag: (flag: TieOutFlag) => Promise<void> | void, rows: RowSink | null) {
    this.onFlag = onFlag;
    this.rows = rows;
  }

  count(judged: Judged, units: bigint): void {
    const { subject, state, currency } = judged;
    this.rows?.(judgedRow(judged, units));
    const make = () => ({ subject, state, currency, sum: emptySum() });
    add(getOrSet(this.sums, `${subject} ${state} ${currency}`, make).sum, units);
  }

  /** Counts an id under its kind and lists it. */
  async flag(flag: TieOutFlag, units: bigint): Promise<void> {
    this.count({ ...flag, state: flag.kind }, units);
    await this.onFlag(flag);
  }

  /** Counts an order that was delivered so long ago that the platform must have settled it. */
  oldDelivered(currency: string, units: bigint, isMissing: boolean): void {
    const sums = getOrSet(this.old, currency, () => ({ all: emptySum(), missing: emptySum() }));
    add(sums.all, units);
    if (isMissing) add(sums.missing, units);
  }

  counts(): TieOutCount[] {
    return [...this.sums].sort(byKey).map(([, { sum, ...counted }]) => ({
      ...counted,
      count: sum.count,
      value: decimalFromUnits(sum.units),
    }));
  }

  oldDeliveredByCurrency(): OldDelivered[] {
    return [...this.old].sort(byKey).map(([currency, { all, missing }]) => ({
      currency,
      count: all.count,
      value: decimalFromUnits(all.units),
      missingCount: missing.count,
      missingValue: decimalFromUnits(missing.units),
    }));
  }
}

function emptySum(): Sum {
  return { count: 0, units: 0n };
}

function add(sum: Sum, units: bigint): void {
  sum.count++;
  sum.units += units;
}

function getOrSet<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

function byKey([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return left < right ? -1 : 1;
}
