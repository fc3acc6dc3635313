import type { Caller } from "./api.ts";

/** What every page about a failure says, by words of each part. */
export interface Told {
  readonly happened: string;
  readonly toDo: string;
  readonly kept: string;
}

const nothingLost = "Nothing was lost: your score and anything you connected before are as they were.";

/** A way through TikTok that ends without a connection. */
export interface Refused extends Told {
  readonly code: string;
  readonly persona: string;
  readonly account?: "seller" | "creator";
  readonly answer?: "allow" | "deny";
  readonly fault?: object;
  /** Goes another way than through the consent page. */
  readonly land?: (caller: Caller, other: () => Promise<Caller>) => Promise<string>;
}

export const refusals: readonly Refused[] = [
  {
    code: "no_active_shop",
    persona: "inactive-shop",
    happened: "No active TikTok Shop found. Please set up your shop first.",
    toDo: "Finish setting it up in TikTok Seller Center, then come back and connect again.",
    kept: nothingLost,
  },
  {
    code: "region_not_supported",
    persona: "restricted-market",
    happened: "TikTok Shop is not available in your region yet.",
    toDo: "you can connect that one",
    kept: nothingLost,
  },
  {
    code: "missing_permissions",
    persona: "no-order-scope",
    happened: "TikTok did not give us the permission we need.",
    toDo: "Try again and leave the permission switched on.",
    kept: nothingLost,
  },
  {
    code: "auth_denied",
    persona: "steady-seller",
    answer: "deny",
    happened: "You did not approve at TikTok.",
    toDo: "You can approve whenever you like.",
    kept: nothingLost,
  },
  {
    code: "state_invalid",
    persona: "steady-seller",
    land: async (caller) => {
      const answer = await caller.request("/api/tiktokshop/callback?code=made-up&state=made-up");
      return answer.headers.get("location") ?? "";
    },
    happened: "This connection attempt has run out.",
    toDo: "Start again from here.",
    kept: nothingLost,
  },
  {
    code: "shop_already_connected",
    persona: "bulk:20:1",
    land: async (caller, other) => {
      await (await other()).connect("bulk:20:1");
      return caller.connect("bulk:20:1");
    },
    happened: "This shop is already connected to another wallet.",
    toDo: "Sign in with the wallet that connected it",
    kept: nothingLost,
  },
  {
    code: "provider_unavailable",
    persona: "steady-seller",
    fault: { kind: "answer", path: "/authorization/202309/shops", status: 503, headers: { "retry-after": "300" } },
    happened: "TikTok Shop is not answering right now.",
    toDo: "Wait a few minutes and try again.",
    kept: nothingLost,
  },
  {
    code: "unexpected",
    persona: "steady-seller",
    fault: {
      kind: "answer",
      path: "/api/v2/token/get",
      status: 200,
      code: 36_004_004,
      message: "auth_code is invalid",
    },
    happened: "Something went wrong while connecting.",
    toDo: "Try again; if it happens twice, send us the reference below.",
    kept: nothingLost,
  },
];

const refusal = (code: number) => ({ kind: "answer", status: 200, code, message: "refused" });

/** An import that ends well and leaves something out. */
export interface Incomplete extends Told {
  readonly what: string;
  readonly persona: string;
  readonly fault?: object;
}

const keptAsIs = "Nothing was lost: what was read is kept and counts";

export const gaps: readonly Incomplete[] = [
  {
    what: "a list that could not be read",
    persona: "bulk:30:400",
    fault: { ...refusal(36_009_021), path: "/return_refund/" },
    happened: "Part of the import did not finish",
    toDo: "The next one completes these figures.",
    kept: keptAsIs,
  },
  {
    what: "a permission that was withheld",
    persona: "no-finance-scope",
    happened: "Not granted: seller.finance.info",
    toDo: "Granting it restores the points named.",
    kept: keptAsIs,
  },
  {
    what: "rows that nobody understands",
    persona: "odd-rows",
    happened: "are not counted",
    toDo: "There is nothing for you to do unless a permission is named above.",
    kept: keptAsIs,
  },
];
