import "server-only";

/** 32 unpredictable bytes as 43 characters of base64url: sessions, states and browser bindings. */
export function randomToken(random: (byteCount: number) => Uint8Array): string {
  return Buffer.from(random(32)).toString("base64url");
}

/** Whether text has the shape of `randomToken`, so that nothing else ever reaches a digest or the database. */
export function isRandomToken(text: string | null): text is string {
  return text !== null && /^[A-Za-z0-9_-]{43}$/.test(text);
}
