import type { units as source } from "../en/units.ts";
import type { Translated } from "../translated.ts";

export const units: Translated<typeof source> = {
  aMonth: "{amount} im Monat",
  months: "{months, plural, one {# Monat} other {# Monate}}",
  of5: "{amount} von 5",
};
