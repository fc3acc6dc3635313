import { expect, it } from "vitest";
import { dashboardQuery } from "./dashboard-query.ts";

const refused = {
  outcome: "refused",
  code: "auth_denied",
  reference: "LF-7Q2M4K9T",
  scopes: [],
  browser: null,
} as const;

it("tells a connection by one word", () => {
  const connected = { outcome: "connected", connectionId: "an-id", browser: null } as const;

  expect(String(dashboardQuery(connected))).toBe("tiktokshop_connected=true");
});

it("tells a refusal by its code and reference, and by the scopes to grant when there are some", () => {
  expect(String(dashboardQuery(refused))).toBe("tiktokshop_error=auth_denied&ref=LF-7Q2M4K9T");
  expect(String(dashboardQuery({ ...refused, code: "missing_permissions", scopes: ["orders", "finance"] }))).toBe(
    "tiktokshop_error=missing_permissions&ref=LF-7Q2M4K9T&scopes=orders%2Cfinance",
  );
});
