import "server-only";
import { z } from "zod";
import { adverseActionInput, disclosureInput, shareInput, signedScoreInput } from "#server/http-inputs.ts";
import { tieOutQuery } from "#server/tie-out-page.ts";
import * as answer from "./answers.ts";
import type { Operations } from "./operation.ts";

const revoked = z.object({ status: z.literal("revoked") });

export const sharingOperations: Operations = {
  "/api/shares": {
    get: {
      summary: "List the wallet's shares",
      session: true,
      answers: {
        200: {
          description: "At most 500: the live ones first, then the newest.",
          schema: z.object({ shares: z.array(answer.share) }),
        },
      },
    },
    post: {
      summary: "Share the score with one lender",
      session: true,
      body: shareInput,
      once: true,
      answers: { 201: { description: "Shared.", schema: answer.share } },
      refusals: ["limit_reached", "rate_limited"],
    },
  },
  "/api/shares/{id}": {
    delete: {
      summary: "Take a share back",
      session: true,
      answers: { 200: { description: "The lender sees nothing from now on.", schema: revoked } },
      refusals: ["not_found"],
    },
  },
  "/api/access-log": {
    get: {
      summary: "Who read the score, when, under which share",
      session: true,
      answers: {
        200: {
          description: "The newest 500, newest first; of all lenders alike before more of one.",
          schema: z.object({ entries: z.array(answer.accessEntry) }),
        },
      },
    },
  },
  "/api/borrowers": {
    get: {
      summary: "What has been shared with the signed-in wallet",
      description: "Each score in it is written into the borrower's access log, once for each share.",
      session: true,
      answers: {
        200: {
          description:
            "At most 500, those with a score first, then the newest shares. Figures beyond a share's scope are null.",
          schema: z.object({ borrowers: z.array(answer.sharedBorrower) }),
        },
      },
      refusals: ["forbidden"],
    },
  },
  "/api/borrowers/{wallet}/score": {
    get: {
      summary: "A shared score",
      description: "Cut to the share's scope. The look is written into the borrower's access log.",
      session: true,
      answers: { 200: { description: "The report and the share it is under.", schema: answer.sharedScore } },
      refusals: ["forbidden", "not_found", "rate_limited"],
    },
  },
  "/api/borrowers/{wallet}/tie-out": {
    get: {
      summary: "The tie-out of a borrower who shares metrics",
      description: "The look is written into the borrower's access log.",
      session: true,
      query: tieOutQuery,
      answers: {
        200: { description: "Null before the first import.", schema: z.object({ tieOut: answer.tieOut.nullable() }) },
      },
      refusals: ["forbidden", "not_found", "rate_limited"],
    },
  },
  "/api/borrowers/{wallet}/adverse-action": {
    get: {
      summary: "The lender's own drafts about one borrower",
      session: true,
      answers: {
        200: { description: "Newest first.", schema: z.object({ drafts: z.array(answer.adverseAction) }) },
      },
    },
    post: {
      summary: "Draft an adverse-action notice",
      description: "A record for both ends, never legal advice. `snapshotId` names the score that was looked at.",
      session: true,
      body: adverseActionInput,
      once: true,
      answers: {
        200: { description: "Recorded before, with its date.", schema: answer.adverseActionDraft },
        201: { description: "Recorded now.", schema: answer.adverseActionDraft },
      },
      refusals: ["not_found", "conflict", "daily_limit_reached", "rate_limited"],
    },
  },
  "/api/borrowers/{wallet}/adverse-action/{id}/sent": {
    post: {
      summary: "Record that the notice of a draft was sent",
      description: "Once: a repetition answers the time that stands.",
      session: true,
      answers: { 200: { description: "The draft with its time.", schema: answer.adverseActionDraft } },
      refusals: ["not_found", "rate_limited"],
    },
  },
  "/api/decisions": {
    get: {
      summary: "Decisions that lenders recorded about the wallet",
      session: true,
      answers: {
        200: { description: "Newest first.", schema: z.object({ decisions: z.array(answer.adverseAction) }) },
      },
    },
  },
  "/api/signed-scores": {
    get: {
      summary: "List the wallet's signed scores",
      session: true,
      answers: {
        200: { description: "Without salts.", schema: z.object({ signedScores: z.array(answer.signedScoreEntry) }) },
      },
    },
    post: {
      summary: "Sign the newest complete score",
      session: true,
      body: signedScoreInput,
      once: true,
      answers: { 201: { description: "Signed, for 1 to 90 days.", schema: answer.signedScoreEntry } },
      refusals: ["not_found", "conflict", "daily_limit_reached", "limit_reached", "rate_limited", "score_too_old"],
    },
  },
  "/api/signed-scores/{id}": {
    delete: {
      summary: "Revoke a signed score",
      session: true,
      answers: { 200: { description: "On the revocation list from now on.", schema: revoked } },
      refusals: ["not_found", "rate_limited"],
    },
  },
  "/api/signed-scores/{id}/disclosures": {
    post: {
      summary: "The file for a lender",
      description: "The signature with the claims at these positions and no other.",
      session: true,
      body: disclosureInput,
      answers: { 200: { description: "The file.", schema: answer.signedScore } },
      refusals: ["not_found", "rate_limited"],
    },
  },
  "/api/signed-scores/revoked": {
    get: {
      summary: "Revoked scores that would not have expired yet",
      description: "Signed as a whole; may be cached for 30 seconds.",
      session: false,
      answers: { 200: { description: "The list.", schema: answer.revocationList } },
      refusals: ["rate_limited"],
    },
  },
  "/api/score-signers": {
    get: {
      summary: "Whom to trust for scores of this deployment",
      session: false,
      answers: { 200: { description: "The address that signs now first.", schema: answer.scoreSigners } },
    },
  },
};
