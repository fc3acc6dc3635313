import { expect, it } from "vitest";
import type { z } from "zod";
import * as inputs from "./http-inputs.ts";

const signed = { message: "m", signature: "0x" };
const uuid = "6f1d1f0a-4c5e-4a53-9d0e-0a4f3a1f2b11";

const schemas: Readonly<Record<string, z.ZodType>> = { ...inputs };

/** A body of each kind, as it is taken. */
const bodies = {
  challengeInput: { address: "0x", chainId: 1 },
  signedInput: signed,
  confirmationInput: { act: "connection.delete", object: uuid, chainId: 1 },
  whatIfInput: { changes: { netUsd: 1 } },
  deleteAccountInput: { ...signed, confirm: "delete my account" },
  adverseActionInput: { decision: "declined" },
  shareInput: { lender: "0x", scope: "tier", purpose: "A loan", expiresAt: "2026-12-31" },
  signedScoreInput: { days: 30 },
  disclosureInput: { positions: [0] },
} as const satisfies Partial<Record<keyof typeof inputs, object>>;

it("every kind of body is tried", () => {
  expect(Object.keys(inputs).filter((name) => name.endsWith("Input"))).toEqual(Object.keys(bodies));
});

it.each(Object.entries(bodies))("%s takes its own members, and none besides (E15)", (name, body) => {
  const isTaken = (text: string) => schemas[name]?.safeParse(JSON.parse(text)).success ?? false;
  const text = JSON.stringify(body);

  expect(isTaken(text)).toBe(true);
  for (const member of ["role", "wallet", "verified", "__proto__"]) {
    expect(isTaken(`{"${member}":"lender",${text.slice(1)}`), member).toBe(false);
  }
});
