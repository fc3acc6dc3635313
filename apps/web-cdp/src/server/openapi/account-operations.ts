import "server-only";
import { deleteAccountInput } from "#server/http-inputs.ts";
import * as answer from "./answers.ts";
import type { Operations } from "./operation.ts";

export const accountOperations: Operations = {
  "/api/account": {
    delete: {
      summary: "Delete the account",
      description: "Ends all access at once and has everything about the wallet erased.",
      session: true,
      body: deleteAccountInput,
      refusals: ["confirmation_required"],
      answers: { 202: { description: "Begun; follow it by its number.", schema: answer.deletedAccount } },
    },
  },
  "/api/account/deletions/{id}": {
    get: {
      summary: "The receipt of a deletion",
      description: "Needs no session: there is no account any more.",
      session: false,
      answers: { 200: { description: "How far it is.", schema: answer.accountDeletion } },
      refusals: ["not_found", "rate_limited"],
    },
  },
  "/api/account/export": {
    get: {
      summary: "Everything that is held about the wallet",
      description: "One JSON object a line, read while it is sent.",
      session: true,
      answers: { 200: { description: "The lines.", mediaType: "application/x-ndjson" } },
      refusals: ["forbidden", "rate_limited"],
    },
  },
};
