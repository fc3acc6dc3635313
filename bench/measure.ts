/** Two ways to do the same thing, timed in turns so that the machine's moods hit both alike. */
export interface Contest {
  readonly baseline: () => unknown;
  readonly ours: () => unknown;
  /** Calls of each in one round; long enough that the clock's grain does not matter. */
  readonly calls: number;
  readonly rounds: number;
}

export interface ContestResult {
  /** Median over the rounds, microseconds a call. */
  readonly baselineMicros: number;
  readonly oursMicros: number;
  /** Median over the rounds of baseline time ÷ our time in the same round: above 1 we are faster. */
  readonly speed: number;
}

/** Warms both up with one round that does not count, then alternates. */
export function contest({ baseline, ours, calls, rounds }: Contest): ContestResult {
  const times: { readonly baseline: number; readonly ours: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const isOursFirst = round % 2 === 1;
    const first = microsPerCall(isOursFirst ? ours : baseline, calls);
    const second = microsPerCall(isOursFirst ? baseline : ours, calls);
    const pair = isOursFirst ? { baseline: second, ours: first } : { baseline: first, ours: second };
    if (round > 0) times.push(pair);
  }
  return {
    baselineMicros: median(times.map((pair) => pair.baseline)),
    oursMicros: median(times.map((pair) => pair.ours)),
    speed: median(times.map((pair) => pair.baseline / pair.ours)),
  };
}

let sink: unknown = null;

/** Mean over `calls`. The last result is kept, so that no compiler may drop the work. */
export function microsPerCall(act: () => unknown, calls: number): number {
  const start = process.hrtime.bigint();
  for (let call = 0; call < calls; call += 1) sink = act();
  const micros = Number(process.hrtime.bigint() - start) / 1000;
  if (sink === undefined) throw new Error("A measured call answered nothing.");
  return micros / calls;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error("There is no median of nothing.");
  return middle;
}
