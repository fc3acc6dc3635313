import "server-only";
import { z } from "zod";
import { challengeInput, confirmationInput, signedInput } from "#server/http-inputs.ts";
import * as answer from "./answers.ts";
import type { Operations } from "./operation.ts";

export const signInOperations: Operations = {
  "/api/auth/challenge": {
    post: {
      summary: "Ask for a message to sign",
      description:
        "An EIP-4361 message that the server wrote and remembers for five minutes. Sets the pre-session cookie.",
      session: false,
      body: challengeInput,
      answers: { 200: { description: "The message, whole.", schema: z.object({ message: z.string() }) } },
      refusals: ["rate_limited"],
    },
  },
  "/api/auth/verify": {
    post: {
      summary: "Sign in",
      description:
        "Takes the message of this browser with its signature; sets the session cookie. Every failure has one body.",
      session: false,
      body: signedInput,
      answers: { 200: { description: "Signed in.", schema: answer.signedIn } },
      refusals: ["unauthorized", "rate_limited"],
    },
  },
  "/api/auth/confirmations": {
    post: {
      summary: "Ask for a message that confirms an act",
      description: "What ends or deletes something takes it with the wallet's signature, once, within five minutes.",
      session: true,
      body: confirmationInput,
      answers: { 200: { description: "The message, whole.", schema: z.object({ message: z.string() }) } },
      refusals: ["rate_limited"],
    },
  },
  "/api/auth/logout": {
    post: {
      summary: "End this session",
      session: false,
      answers: { 200: { description: "Nobody is signed in here any more.", schema: answer.loggedOut } },
    },
  },
  "/api/auth/session": {
    get: {
      summary: "Who is signed in",
      session: false,
      answers: { 200: { description: "The wallet, or null.", schema: answer.maybeSignedIn } },
    },
  },
  "/api/auth/sessions": {
    get: {
      summary: "List the open sessions of this wallet",
      session: true,
      answers: {
        200: { description: "The one used last first.", schema: z.object({ sessions: z.array(answer.openSession) }) },
      },
    },
    delete: {
      summary: "Log out everywhere",
      session: true,
      answers: { 200: { description: "How many sessions ended.", schema: answer.loggedOutEverywhere } },
    },
  },
  "/api/auth/sessions/{id}": {
    delete: {
      summary: "End one session",
      session: true,
      answers: { 200: { description: "Ended.", schema: z.object({ status: z.literal("ended") }) } },
      refusals: ["not_found"],
    },
  },
};
