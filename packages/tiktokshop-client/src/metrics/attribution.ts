import type { CommissionRecord } from "@lendfriend/connector";
import { type InsightPart, PartSums } from "./part-sums.ts";

/** What brought the sales of some commission lines about, as far as the platform tells. Each list adds up to the lines' sum. */
export interface Attribution {
  /** By the kind of content: an open list of words such as "VIDEO" and "LIVE". */
  readonly content: readonly InsightPart[];
  /** By the id of the video or live. */
  readonly contentIds: readonly InsightPart[];
  readonly campaigns: readonly InsightPart[];
  /** "OPEN": a plan that every creator may join. "TARGET": one that the shop offered to this creator. */
  readonly collaborationKinds: readonly InsightPart[];
  /** "OPEN:" or "TARGET:" and the id of the plan. */
  readonly collaborations: readonly InsightPart[];
}

/** Adds commission lines up by everything that says what brought them about. */
export class AttributionSums {
  private readonly content = new PartSums();
  private readonly contentIds = new PartSums();
  private readonly campaigns = new PartSums();
  private readonly collaborationKinds = new PartSums();
  private readonly collaborations = new PartSums();

  add(line: CommissionRecord, currency: string, units: bigint, usd: bigint): void {
    const collaboration = collaborationOf(line);
    this.content.add(wordOf(line.contentType), currency, units, usd);
    this.contentIds.add(line.contentId, currency, units, usd);
    this.campaigns.add(line.campaignId, currency, units, usd);
    this.collaborationKinds.add(collaboration?.kind ?? null, currency, units, usd);
    this.collaborations.add(collaboration && `${collaboration.kind}:${collaboration.id}`, currency, units, usd);
  }

  result(): Attribution {
    return {
      content: this.content.largestFirst(),
      contentIds: this.contentIds.largestFirst(),
      campaigns: this.campaigns.largestFirst(),
      collaborationKinds: this.collaborationKinds.largestFirst(),
      collaborations: this.collaborations.largestFirst(),
    };
  }
}

/** Should a line name both, the one made for its creator is the narrower. */
function collaborationOf({
  openCollaborationId,
  targetCollaborationId,
}: CommissionRecord): { readonly kind: "OPEN" | "TARGET"; readonly id: string } | null {
  if (targetCollaborationId !== null) return { kind: "TARGET", id: targetCollaborationId };
  return openCollaborationId === null ? null : { kind: "OPEN", id: openCollaborationId };
}

function wordOf(text: string | null): string | null {
  return text === null ? null : text.trim().toUpperCase().replaceAll(/[\s-]/g, "_");
}
