import type { units as source } from "../en/units.ts";
import type { Translated } from "../translated.ts";

export const units: Translated<typeof source> = {
  aMonth: "{amount} mỗi tháng",
  months: "{months, plural, other {# tháng}}",
  of5: "{amount} trên 5",
};
