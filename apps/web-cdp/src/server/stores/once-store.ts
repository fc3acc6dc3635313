import "server-only";
import { z } from "zod";
import type { Once } from "#server/contract.ts";
import { AppError } from "#server/errors.ts";
import type { OnceStore } from "#server/ports.ts";
import type { CallFunction } from "./data-api.ts";
import * as answer from "./schemas.ts";

const otherRequest = z.object({ onceError: z.literal("other_request") });
const found = z.union([
  otherRequest,
  z.object({ response: z.object({ status: z.number(), body: z.unknown() }).nullable() }),
]);
const called = z.union([otherRequest, z.object({ answer: z.unknown() })]);

/** Keys of requests, and what was answered to them. */
export function createOnceStore(call: CallFunction): OnceStore {
  return {
    findResponse: async (once) => {
      const known = await call("find_once", { ...keyOf(once), p_request_hash: once.requestHash }, found.nullable());
      if (known === null) return null;
      if ("onceError" in known) throw reused();
      return known.response;
    },
    keepResponse: (once, response) => call("keep_response", { ...keyOf(once), p_response: response }, answer.nothing),
  };
}

/** The same call, but with one effect for the key. `instead` is kept and answered in place of what the function says. */
export function onceOnly(call: CallFunction, once: Once | null, instead?: object): CallFunction {
  if (once === null) return call;
  return async (name, args, schema) => {
    const outcome = await call(
      "call_once",
      {
        ...keyOf(once),
        p_request_hash: once.requestHash,
        p_function: name,
        p_args: args,
        ...(instead === undefined ? {} : { p_answer: instead }),
      },
      called,
    );
    if ("onceError" in outcome) throw reused();
    return schema.parse(outcome.answer);
  };
}

function keyOf({ accountId, key }: Once) {
  return { p_account_id: accountId, p_key: key };
}

function reused(): AppError {
  return new AppError("idempotency_key_reused", "This Idempotency-Key came with another request. Take a new one.");
}
