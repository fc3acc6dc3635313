import "server-only";

/** Waits for the work, but no longer than that: throws then, with the message. The work itself goes on. */
export async function withinTime(work: Promise<unknown>, timeoutMs: number, message: string): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(message)), timeoutMs);
  try {
    await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
