import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import type { Session } from "#server/contract.ts";
import { currentSession } from "#server/session.ts";
import { chooseLocale, type Locale, localeCookie } from "./format.ts";
import { isPhone } from "./is-phone.ts";
import { chooseTheme, type Theme, themeCookie } from "./theme.ts";

export interface PageSetting {
  readonly session: Session | null;
  readonly locale: Locale;
  readonly theme: Theme;
  /** The moment that every relative time of this rendering counts from, as ISO text. */
  readonly now: string;
  readonly phone: boolean;
}

/** Who is looking, in which locale, and when; read once per request. */
export const readPageSetting = cache(async (): Promise<PageSetting> => {
  const [session, jar, head] = await Promise.all([currentSession(), cookies(), headers()]);
  return {
    session,
    locale: chooseLocale(jar.get(localeCookie)?.value ?? null, head.get("accept-language")),
    theme: chooseTheme(jar.get(themeCookie)?.value ?? null),
    now: new Date().toISOString(),
    phone: isPhone(head),
  };
});
