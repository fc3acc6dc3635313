import "server-only";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A short reference that a person can read out and that the log line carries, such as `LF-7Q2M4K9T`. */
export function supportReference(random: (byteCount: number) => Uint8Array): string {
  return `LF-${Array.from(random(8), (byte) => alphabet[byte % alphabet.length]).join("")}`;
}
