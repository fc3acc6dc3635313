import { z } from "zod";
import { id, optionalTime, text, time, word } from "./fields.ts";

/** What an import keeps of a listing (product search 202502). */
export const productSchema = z.object({ id, title: text, status: word, create_time: time, update_time: optionalTime });

export type WireProduct = z.infer<typeof productSchema>;
