/** Figures with their unit. */
export const units = {
  aMonth: "{amount} a month",
  months: "{months, plural, one {# month} other {# months}}",
  of5: "{amount} of 5",
} as const;
