import type { BadgeTone } from "#components/ui/Badge.tsx";
import type { TrailState } from "#server/tie-out-page.ts";

export const stateTones = {
  MATCHED: "positive",
  PENDING: "notice",
  MISSING: "caution",
  MISMATCH: "caution",
  PARTIAL: "caution",
  ORPHAN: "caution",
} as const satisfies Record<TrailState, BadgeTone>;
