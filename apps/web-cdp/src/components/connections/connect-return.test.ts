import { describe, expect, it } from "vitest";
import { queryFrom, readConnectReturn, withoutConnectReturn } from "./connect-return.ts";

describe("readConnectReturn", () => {
  it("sees a success only in the exact value", () => {
    expect(readConnectReturn(new URLSearchParams("tiktokshop_connected=true"))).toEqual({ outcome: "connected" });
    expect(readConnectReturn(new URLSearchParams("tiktokshop_connected=1"))).toBeNull();
    expect(readConnectReturn(new URLSearchParams(""))).toBeNull();
  });

  it("reads code, reference, scopes and the account that is in the way of a failure", () => {
    const query = new URLSearchParams(
      "tiktokshop_error=missing_permissions&ref=req_01-ab&scopes=seller.order.info,seller.finance.info&held_by=c1",
    );

    expect(readConnectReturn(query)).toEqual({
      outcome: "failed",
      error: {
        code: "missing_permissions",
        reference: "req_01-ab",
        scopes: ["seller.order.info", "seller.finance.info"],
        heldBy: "c1",
      },
    });
  });

  it("shows no text that somebody else put into the address", () => {
    const query = new URLSearchParams("tiktokshop_error=unexpected&ref=Call +1 555 now!&scopes=<b>,a b&held_by=<i>");

    const outcome = readConnectReturn(query);

    expect(outcome).toEqual({
      outcome: "failed",
      error: { code: "unexpected", reference: null, scopes: [], heldBy: null },
    });
  });
});

describe("withoutConnectReturn", () => {
  it("keeps everything else of the address", () => {
    const url = new URL("http://x/dashboard?tiktokshop_error=unexpected&ref=a&scopes=b&held_by=c&window=90#score");

    expect(withoutConnectReturn(url)).toBe("/dashboard?window=90#score");
  });
});

describe("queryFrom", () => {
  it("keeps repeated values apart", () => {
    expect(queryFrom({ a: ["1", "2"], b: "3" }).toString()).toBe("a=1&a=2&b=3");
  });
});
