import { z } from "zod";
import { exactText, plainText } from "./fields.ts";

const day = 86_400;
/** The platform gives seven days; anything up to this is taken at its word. */
const longestAccessLife = 400 * day;
/** Authorisations end when the seller chose, often in a year; "no end" is written as about 99 years. */
const endlessAfter = 20 * 365 * day;
const longestRefreshLife = 150 * 365 * day;

const secret = z.string().regex(/^[\x21-\x7e]{1,4096}$/, "not a token");

/**
 * The answer of both token endpoints, as of `now` in unix seconds. Expiries are absolute seconds despite their names, so one that is
 * relative, in milliseconds, past or text is refused: a token whose life is unknown must not be stored.
 */
export function tokenSchema(now: number) {
  return z.object({
    access_token: secret,
    access_token_expire_in: z
      .int()
      .min(now)
      .max(now + longestAccessLife),
    refresh_token: secret,
    refresh_token_expire_in: z
      .int()
      .min(now)
      .max(now + longestRefreshLife)
      .transform((end) => (end > now + endlessAfter ? null : end)),
    open_id: exactText(200),
    user_type: z.int(),
    seller_name: plainText(500).nullish(),
    seller_base_region: plainText(20).nullish(),
    granted_scopes: z.array(plainText(200)).max(500).nullish(),
  });
}
