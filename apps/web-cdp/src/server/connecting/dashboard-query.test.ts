import { expect, it } from "vitest";
import { dashboardQuery } from "./dashboard-query.ts";

const refused = {
  outcome: "refused",
  code: "auth_denied",
  reference: "LF-7Q2M4K9T",
  scopes: [],
  heldBy: null,
  browser: null,
} as const;

it("tells a connection by one word", () => {
  const connected = { outcome: "connected", connectionId: "an-id", browser: null } as const;

  expect(String(dashboardQuery(connected))).toBe("tiktokshop_connected=true");
});

it("tells a refusal by its code and reference, and by what there is to grant or to disconnect first", () => {
  expect(String(dashboardQuery(refused))).toBe("tiktokshop_error=auth_denied&ref=LF-7Q2M4K9T");
  expect(String(dashboardQuery({ ...refused, code: "missing_permissions", scopes: ["orders", "finance"] }))).toBe(
    "tiktokshop_error=missing_permissions&ref=LF-7Q2M4K9T&scopes=orders%2Cfinance",
  );
  expect(String(dashboardQuery({ ...refused, code: "shop_in_other_account", heldBy: "an-id" }))).toBe(
    "tiktokshop_error=shop_in_other_account&ref=LF-7Q2M4K9T&held_by=an-id",
  );
});
