/** Figures with their unit. */
export const units = {
  aMonth: "{amount} a month",
  months: "{months, plural, =1 {{amount} month} other {{amount} months}}",
  of5: "{amount} of 5",
} as const;
