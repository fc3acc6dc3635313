import "server-only";
import { cookies } from "next/headers";
import type { NextRequest } from "next/server";
import { cache } from "react";
import type { Session } from "./contract.ts";
import { readCookie, sessionCookie } from "./cookies.ts";
import { app } from "./deps.ts";
import { AppError } from "./errors.ts";

/** Who is signed in, for pages; null for nobody. Asked of the database once per render. */
export const currentSession = cache(async (): Promise<Session | null> => {
  const jar = await cookies();
  return app().readSession(jar.get(sessionCookie.name)?.value ?? null);
});

/** Who is signed in, for routes; null for nobody. */
export function sessionOf(request: NextRequest): Promise<Session | null> {
  return app().readSession(readCookie(request, sessionCookie));
}

/** Who is signed in, for routes that are for somebody. Throws `unauthorized`. */
export async function requireSession(request: NextRequest): Promise<Session> {
  const session = await sessionOf(request);
  if (session === null) throw new AppError("unauthorized", "Sign in with your wallet first.");
  return session;
}
