import type { units as source } from "../en/units.ts";
import type { Translated } from "../translated.ts";

export const units: Translated<typeof source> = {
  aMonth: "{amount} im Monat",
  months: "{months, plural, =1 {{amount} Monat} other {{amount} Monate}}",
  of5: "{amount} von 5",
};
