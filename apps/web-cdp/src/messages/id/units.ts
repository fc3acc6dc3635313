import type { units as source } from "../en/units.ts";
import type { Translated } from "../translated.ts";

export const units: Translated<typeof source> = {
  aMonth: "{amount} per bulan",
  months: "{months, plural, other {# bulan}}",
  of5: "{amount} dari 5",
};
