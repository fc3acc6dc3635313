import { z } from "zod";
import { optionalPositiveAmount, text } from "./fields.ts";

const dateOrSeconds = z.union([z.int(), z.string().max(40)], "not a date").nullish();

/** The Shop Performance Score (analytics 202606, US only). `sps_tier` NIL means that there is no score yet. */
export const shopScoreSchema = z.object({
  sps_score: optionalPositiveAmount,
  sps_tier: text,
  end_evaluation_time: dateOrSeconds,
});

/** Customer service (202407): percentages as text. */
export const chatPerformanceSchema = z.object({
  performance: z
    .object({ satisfaction_percentage: optionalPositiveAmount, support_session_count: z.int().min(0).nullish() })
    .nullish(),
});

/** The platform's own sales figures (analytics 202509). GMV includes orders that were later cancelled: it is never income. */
export const salesPerformanceSchema = z.object({
  latest_available_date: text,
  performance: z
    .object({
      intervals: z
        .array(
          z.object({
            end_date: text,
            sales: z
              .object({
                gmv: z
                  .object({ overall: z.object({ amount: optionalPositiveAmount, currency: text }).nullish() })
                  .nullish(),
              })
              .nullish(),
          }),
        )
        .nullish(),
    })
    .nullish(),
});

export type WireShopScore = z.infer<typeof shopScoreSchema>;
export type WireChatPerformance = z.infer<typeof chatPerformanceSchema>;
export type WireSalesPerformance = z.infer<typeof salesPerformanceSchema>;
