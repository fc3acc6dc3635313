import "server-only";
import { z } from "zod";
import { rowsQuery } from "#server/figure-rows.ts";
import { changesQuery, liveQuery, whatIfInput } from "#server/http-inputs.ts";
import { tieOutQuery } from "#server/tie-out-page.ts";
import * as answer from "./answers.ts";
import type { Operations } from "./operation.ts";
import { changeStory, nextTier, scoreReport } from "./score-answers.ts";

export const scoreOperations: Operations = {
  "/api/score": {
    get: {
      summary: "The newest score with every point explained",
      description: "Not calibrated to default risk.",
      session: true,
      answers: { 200: { description: "The report.", schema: scoreReport } },
      refusals: ["not_found"],
    },
  },
  "/api/score/live": {
    get: {
      summary: "Follow imports and today's sales",
      description:
        "With `accept: text/event-stream`, server-sent events: `state` (a LiveState; its id goes into `last-event-id` or `after`) whenever something changed, and `beat` every 15 seconds. The stream ends with the session. Without, the state as it is now.",
      session: true,
      query: liveQuery,
      answers: {
        200: { description: "The state, or the stream of it.", schema: answer.liveState, isStreamed: true },
      },
      refusals: ["rate_limited"],
    },
  },
  "/api/score/history": {
    get: {
      summary: "Earlier scores",
      session: true,
      answers: { 200: { description: "Newest first.", schema: z.object({ history: z.array(answer.historyEntry) }) } },
    },
  },
  "/api/score/changes": {
    get: {
      summary: "Why a score differs from an earlier one",
      description:
        "`from` and `to` are snapshot hashes; by default the newest two. The parts sum to the difference exactly.",
      session: true,
      query: changesQuery,
      answers: {
        200: { description: "Null for a first score.", schema: z.object({ changes: changeStory.nullable() }) },
      },
      refusals: ["not_found"],
    },
  },
  "/api/score/next-tier": {
    get: {
      summary: "What would reach the next tier",
      session: true,
      answers: {
        200: { description: "Null in the highest tier.", schema: z.object({ nextTier: nextTier.nullable() }) },
      },
      refusals: ["not_found", "rate_limited"],
    },
  },
  "/api/score/what-if": {
    post: {
      summary: "The score if some figures were others",
      session: true,
      body: whatIfInput,
      answers: { 200: { description: "The score and its difference to the present one.", schema: answer.whatIf } },
      refusals: ["not_found", "rate_limited"],
    },
  },
  "/api/score/insights": {
    get: {
      summary: "When and where the sales come from",
      description: "Beside the score, never in it.",
      session: true,
      answers: {
        200: {
          description: "Null before the first score.",
          schema: z.object({ insights: answer.insights.nullable() }),
        },
      },
    },
  },
  "/api/score/rows": {
    get: {
      summary: "The rows behind a figure of the newest score",
      description: "`figure` is named as its rows name it. The first look asks a worker to gather them.",
      session: true,
      query: rowsQuery,
      answers: {
        200: { description: "Null without a score.", schema: z.object({ rows: answer.figureRows.nullable() }) },
      },
    },
  },
  "/api/score/tie-out": {
    get: {
      summary: "Orders followed to their money",
      session: true,
      query: tieOutQuery,
      answers: {
        200: { description: "Null before the first import.", schema: z.object({ tieOut: answer.tieOut.nullable() }) },
      },
    },
  },
};
