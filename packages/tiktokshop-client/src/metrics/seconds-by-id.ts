/** Most slots in use, as a share, before the table grows. */
const fullest = 0.7;
const smallest = 1_024;
const lowDigits = 9;
/** What fits exactly: up to 19 digits without a leading zero, as the platform's ids are. */
const plainId = /^[1-9]\d{0,18}$/;

/**
 * A map from platform ids to seconds, or to null where none are known, that takes 20 bytes a slot instead of the hundred and
 * more of a `Map` of strings. Ids are told apart exactly: digits are kept as two numbers, any other text as text.
 */
export class SecondsById {
  #high = new Float64Array(smallest);
  #low = new Uint32Array(smallest);
  /** NaN is null: no count of seconds is. */
  #seconds = new Float64Array(smallest);
  #used = 0;
  readonly #others = new Map<string, number | null>();

  get size(): number {
    return this.#used + this.#others.size;
  }

  has(id: string): boolean {
    if (!plainId.test(id)) return this.#others.has(id);
    return this.#high[this.#slotOf(highOf(id), lowOf(id))] !== 0;
  }

  /** Null for an id without seconds, and for one that is not here. */
  get(id: string): number | null {
    if (!plainId.test(id)) return this.#others.get(id) ?? null;
    const slot = this.#slotOf(highOf(id), lowOf(id));
    return this.#high[slot] === 0 ? null : secondsOrNull(this.#seconds[slot]);
  }

  set(id: string, seconds: number | null): void {
    if (!plainId.test(id)) {
      this.#others.set(id, seconds);
      return;
    }
    if (this.#used >= this.#high.length * fullest) this.#grow();
    const [high, low] = [highOf(id), lowOf(id)];
    const slot = this.#slotOf(high, low);
    if (this.#high[slot] === 0) this.#used += 1;
    this.#high[slot] = high;
    this.#low[slot] = low;
    this.#seconds[slot] = seconds ?? Number.NaN;
  }

  /** The seconds that are known, in no order. */
  *seconds(): Iterable<number> {
    for (let slot = 0; slot < this.#high.length; slot += 1) {
      const seconds = this.#high[slot] === 0 ? null : secondsOrNull(this.#seconds[slot]);
      if (seconds !== null) yield seconds;
    }
    for (const seconds of this.#others.values()) if (seconds !== null) yield seconds;
  }

  /** Where the id is, or the free slot where it belongs. */
  #slotOf(high: number, low: number): number {
    const mask = this.#high.length - 1;
    let slot = mixed(high, low) & mask;
    while (this.#high[slot] !== 0 && (this.#high[slot] !== high || this.#low[slot] !== low)) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [high, low, seconds] = [this.#high, this.#low, this.#seconds];
    this.#high = new Float64Array(high.length * 2);
    this.#low = new Uint32Array(high.length * 2);
    this.#seconds = new Float64Array(high.length * 2);
    for (let from = 0; from < high.length; from += 1) {
      const [oldHigh = 0, oldLow = 0] = [high[from], low[from]];
      if (oldHigh === 0) continue;
      const slot = this.#slotOf(oldHigh, oldLow);
      this.#high[slot] = oldHigh;
      this.#low[slot] = oldLow;
      this.#seconds[slot] = seconds[from] ?? Number.NaN;
    }
  }
}

/** All but the last nine digits, plus one, so that no id has the zero of a free slot. */
function highOf(id: string): number {
  return id.length <= lowDigits ? 1 : Number(id.slice(0, -lowDigits)) + 1;
}

function lowOf(id: string): number {
  return Number(id.length <= lowDigits ? id : id.slice(-lowDigits));
}

function secondsOrNull(seconds: number | undefined): number | null {
  return seconds === undefined || Number.isNaN(seconds) ? null : seconds;
}

/** Spreads ids that count up over the whole table (the finalizer of MurmurHash3). */
// Stryker disable all: any mix finds the same ids, a worse one only takes longer.
function mixed(high: number, low: number): number {
  let bits = (low ^ Math.imul(high % 0x1_0000_0000, 0x9e3779b1)) | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
// Stryker restore all
