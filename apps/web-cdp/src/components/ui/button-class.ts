export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "sm" | "md" | "lg";

/** The looks of a button, for a `<button>` and for a link that acts like one. They are in the style sheet: every page has buttons. */
export function buttonClass(variant: ButtonVariant = "primary", size: ButtonSize = "md"): string {
  return `button button-${variant} button-${size}`;
}
