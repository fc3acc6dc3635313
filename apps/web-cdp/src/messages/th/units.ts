import type { units as source } from "../en/units.ts";
import type { Translated } from "../translated.ts";

export const units: Translated<typeof source> = {
  aMonth: "{amount} ต่อเดือน",
  months: "{months, plural, other {# เดือน}}",
  of5: "{amount} จาก 5",
};
