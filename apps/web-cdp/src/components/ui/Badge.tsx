import type { ReactNode } from "react";

export type BadgeTone = "neutral" | "accent" | "positive" | "caution" | "danger" | "notice";

const tones: Record<BadgeTone, string> = {
  neutral: "bg-subtle text-ink-soft",
  accent: "bg-accent-soft text-accent",
  positive: "bg-positive-soft text-positive",
  caution: "bg-caution-soft text-caution",
  danger: "bg-danger-soft text-danger",
  notice: "bg-notice-soft text-notice",
};

/** A short state in words; the colour only repeats what they say. */
export function Badge({ tone = "neutral", children }: { readonly tone?: BadgeTone; readonly children: ReactNode }) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-full px-2.5 py-1 text-xs leading-none font-semibold whitespace-nowrap ${tones[tone]}`}
    >
      {children}
    </span>
  );
}
