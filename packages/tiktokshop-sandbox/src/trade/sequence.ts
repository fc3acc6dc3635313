import { compareIds } from "../ids.ts";

/** Rows in ascending order of one time and then of id, read by position: an array, or computed from the position alone. */
export interface Sequence<Row> {
  readonly length: number;
  readonly at: (position: number) => Row;
  readonly timeAt: (position: number) => number;
  readonly idAt: (position: number) => string;
}

interface Keys<Row> {
  readonly time: (row: Row) => number;
  readonly id: (row: Row) => string;
}

/** Sorts rows by time, then id, and serves them as a sequence. */
export function sequenceOf<Row>(rows: readonly Row[], { time, id }: Keys<Row>): Sequence<Row> {
  const keyed = rows.map((row) => ({ row, time: time(row), id: id(row) }));
  keyed.sort((left, right) => left.time - right.time || compareIds(left.id, right.id));
  const entry = (position: number) => {
    const found = keyed[position];
    if (found === undefined) throw new RangeError(`Position ${position} is outside a sequence of ${keyed.length}.`);
    return found;
  };
  return { length: keyed.length, at: (p) => entry(p).row, timeAt: (p) => entry(p).time, idAt: (p) => entry(p).id };
}

/** The first position whose (time, id) is not before the given one. An empty id is before every id. */
export function lowerBound<Row>(sequence: Sequence<Row>, time: number, id = ""): number {
  let low = 0;
  let high = sequence.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const difference = sequence.timeAt(middle) - time || compareIds(sequence.idAt(middle), id);
    if (difference < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The rows of a range that pass, still in order. */
export function filterSequence<Row>(
  sequence: Sequence<Row>,
  keeps: (row: Row) => boolean,
  range = { low: 0, high: sequence.length },
): Sequence<Row> {
  const positions: number[] = [];
  for (let position = range.low; position < range.high; position += 1) {
    if (keeps(sequence.at(position))) positions.push(position);
  }
  const source = (position: number) => positions[position] ?? Number.NaN;
  return {
    length: positions.length,
    at: (p) => sequence.at(source(p)),
    timeAt: (p) => sequence.timeAt(source(p)),
    idAt: (p) => sequence.idAt(source(p)),
  };
}

/** The rows of a range. */
export function sliceSequence<Row>(
  sequence: Sequence<Row>,
  { low, high }: { low: number; high: number },
): Sequence<Row> {
  return {
    length: Math.max(0, high - low),
    at: (p) => sequence.at(low + p),
    timeAt: (p) => sequence.timeAt(low + p),
    idAt: (p) => sequence.idAt(low + p),
  };
}
