import { expect, test } from "vitest";
import { accountOf, tokenSetFrom } from "./session.ts";

const session = {
  access_token: "TTP_access",
  access_token_expire_in: 1_760_604_800,
  refresh_token: "TTP_refresh",
  refresh_token_expire_in: null,
  open_id: "open-1",
  user_type: 0,
  granted_scopes: ["seller.order.info"],
};

test("a session gives every field of a token set, and null for what the platform left out", () => {
  const tokens = {
    accessToken: "TTP_access",
    accessTokenExpiresAt: 1_760_604_800,
    refreshToken: "TTP_refresh",
    refreshTokenExpiresAt: null,
    platformUserId: "open-1",
    displayName: null,
    region: null,
    account: "seller",
    grantedScopes: ["seller.order.info"],
  };

  expect(tokenSetFrom(session)).toEqual(tokens);
  expect(tokenSetFrom({ ...session, user_type: 1, seller_name: "Ann", seller_base_region: "US" })).toEqual({
    ...tokens,
    account: "creator",
    displayName: "Ann",
    region: "US",
  });
});

test.each([
  [0, "seller"],
  [1, "creator"],
  [4, "seller"],
  [5, "seller"],
])("user type %i is a %s", (user_type, account) => {
  expect(accountOf({ user_type })).toBe(account);
});

test.each([2, 3, 6, -1, 0.5])("user type %d is nobody that can be connected", (user_type) => {
  expect(() => accountOf({ user_type })).toThrow(
    "the consent is of an account that is neither a seller nor a creator: TikTok Shop has no such endpoint for this account, region or version",
  );
});
