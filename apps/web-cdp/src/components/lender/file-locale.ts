import type { Locale } from "#lib/format.ts";

/** Files are read by programs: their words are the same for everybody. */
export const fileLocale: Locale = "en-US";
