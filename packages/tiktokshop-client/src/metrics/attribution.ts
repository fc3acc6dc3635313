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
    const keys = attributionKeys(line);
    this.content.add(keys.content, currency, units, usd);
    this.contentIds.add(keys.contentId, currency, units, usd);
    this.campaigns.add(keys.campaign, currency, units, usd);
    this.collaborationKinds.add(keys.collaborationKind, currency, units, usd);
    this.collaborations.add(keys.collaboration, currency, units, usd);
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

/** The part of each list that a line is in; null where the platform did not tell. */
export function attributionKeys(line: CommissionRecord) {
  const collaboration = collaborationOf(line);
  return {
    content: wordOf(line.contentType),
    contentId: line.contentId,
    campaign: line.campaignId,
    collaborationKind: collaboration?.kind ?? null,
    collaboration: collaboration && `${collaboration.kind}:${collaboration.id}`,
  };
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
