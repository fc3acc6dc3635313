import { z } from "zod";
import { exactText, id, text } from "./fields.ts";

/** Shops that the token is authorised for (authorization 202309). */
export const authorizedShopsSchema = z.object({
  shops: z
    .array(z.object({ id, cipher: exactText(200), name: text, region: text, seller_type: text, code: text }))
    .nullish(),
});

/** Shops that are active (seller 202309). */
export const activeShopsSchema = z.object({ shops: z.array(z.object({ id })).nullish() });

/** A creator's profile (affiliate_creator 202508). */
export const creatorProfileSchema = z.object({ username: text, register_region: text, selection_region: text });
