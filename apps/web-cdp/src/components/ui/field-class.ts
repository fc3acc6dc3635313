/** The look of a text field. */
export const fieldClass =
  "block w-full min-h-11 rounded-lg border border-control bg-surface px-3 py-2 text-base text-ink sm:text-sm " +
  "placeholder:text-ink-soft aria-invalid:border-danger";
