import { describe, expect, test } from "vitest";
import { tokenSchema } from "./token.ts";

const now = 1_760_000_000;
const day = 86_400;
const good = {
  access_token: "TTP_access",
  access_token_expire_in: now + 7 * day,
  refresh_token: "TTP_refresh",
  refresh_token_expire_in: now + 365 * day,
  open_id: "7010736057180325637",
  user_type: 0,
};
const secrets = {
  good: ["a", "!~", "x".repeat(4_096)],
  bad: ["", "x".repeat(4_097), "a b", "a\n", "\x7f", "é", null, undefined, 1],
};

const fields: Readonly<Record<string, { readonly good: readonly unknown[]; readonly bad: readonly unknown[] }>> = {
  access_token: secrets,
  refresh_token: secrets,
  access_token_expire_in: { good: [now, now + 400 * day], bad: [now - 1, now + 400 * day + 1, now + 0.5, String(now)] },
  refresh_token_expire_in: {
    good: [now, now + 150 * 365 * day],
    bad: [now - 1, now + 150 * 365 * day + 1, now + 0.5, String(now), null],
  },
  open_id: { good: ["1", "x".repeat(200)], bad: ["", "x".repeat(201), null, undefined] },
  user_type: { good: [0, 5, -1], bad: [0.5, "0", null, undefined] },
  seller_name: { good: ["", "x".repeat(500), null, undefined], bad: ["x".repeat(501), 1] },
  seller_base_region: { good: ["", "x".repeat(20), null, undefined], bad: ["x".repeat(21), 1] },
  granted_scopes: {
    good: [[], ["x".repeat(200)], Array(500).fill("a"), null, undefined],
    bad: [["x".repeat(201)], Array(501).fill("a"), [1], "a"],
  },
};

test.each(Object.entries(fields))(
  "%s of a token answer keeps to its form, up to its edges",
  (name, { good: taken, bad }) => {
    const isTaken = (value: unknown) => tokenSchema(now).safeParse({ ...good, [name]: value }).success;

    expect(taken.filter((value) => !isTaken(value))).toEqual([]);
    expect(bad.filter(isTaken)).toEqual([]);
  },
);

test("a secret that is no token is refused without being quoted", () => {
  const issues = tokenSchema(now).safeParse({ ...good, access_token: "CANARY with spaces" }).error?.issues;

  expect(issues).toMatchObject([{ message: "not a token" }]);
});

describe("an authorisation", () => {
  test.each([
    [20 * 365 * day, now + 20 * 365 * day],
    [20 * 365 * day + 1, null],
  ])("that ends %i seconds from now ends at %j", (seconds, end) => {
    expect(tokenSchema(now).parse({ ...good, refresh_token_expire_in: now + seconds }).refresh_token_expire_in).toBe(
      end,
    );
  });
});
