import "server-only";
import type { NextRequest } from "next/server";

/** The signed-in session; a new value at every sign-in. */
export const sessionCookie = { name: "__Host-sess", maxAgeSeconds: 12 * 60 * 60 } as const;
/** Ties connect flows to this browser. */
export const flowCookie = { name: "__Host-tx", maxAgeSeconds: 10 * 60 } as const;
/** Ties a sign-in message to this browser until it is signed. */
export const preSessionCookie = { name: "__Host-pre", maxAgeSeconds: 5 * 60 } as const;

type Cookie = typeof sessionCookie | typeof flowCookie | typeof preSessionCookie;

export function readCookie(request: NextRequest, { name }: Cookie): string | null {
  return request.cookies.get(name)?.value ?? null;
}

/** Lax, not Strict: a Strict cookie would not come along when the platform sends the person back. */
const attributes = "Path=/; Secure; HttpOnly; SameSite=Lax";

/** Sets a cookie, or removes it when the value is null. Whatever the value, it ends neither the pair nor the line. */
export function writeCookie(response: Response, { name, maxAgeSeconds }: Cookie, value: string | null): void {
  const life = value === null ? 0 : maxAgeSeconds;
  response.headers.append("set-cookie", `${name}=${encodeURIComponent(value ?? "")}; ${attributes}; Max-Age=${life}`);
}
