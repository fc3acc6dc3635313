/** Mulberry32: small, seeded, good enough to draw moments. Answers numbers in [0, 1). */
export function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One of them, each equally likely. Throws for an empty list. */
export function pick<T>(entries: readonly T[], random: () => number): T {
  const entry = entries[Math.floor(random() * entries.length)];
  if (entry === undefined) throw new Error("nothing to pick from");
  return entry;
}

/** The same entries in a drawn order. */
export function shuffled<T>(entries: readonly T[], random: () => number): readonly T[] {
  return entries
    .map((entry) => ({ entry, at: random() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ entry }) => entry);
}
