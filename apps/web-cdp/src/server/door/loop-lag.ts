import "server-only";

const beatMs = 100;
/** How much one beat weighs: what one late beat adds is gone within a second. */
const weight = 0.3;

/**
 * Tells how late this process runs what is due, in milliseconds, smoothed over about a second: near 0 with time to spare, and
 * growing without end once more is asked of its thread than that can do.
 */
export function watchLoopLag(now: () => number): () => number {
  let lag = 0;
  let due = now() + beatMs;
  setInterval(() => {
    const at = now();
    lag += weight * (Math.max(0, at - due) - lag);
    due = at + beatMs;
  }, beatMs).unref();
  return () => lag;
}
