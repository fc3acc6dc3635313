import type { Caller } from "./api.ts";
import { ask } from "./database.ts";
import { cutShort, spoilToken } from "./own-faults.ts";

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
    code: "shop_in_other_account",
    persona: "bulk:25:1",
    // The sandbox gives each shop one administrator; the first consent becomes another one's.
    land: async (caller) => {
      await caller.connect("bulk:25:1");
      await ask(
        "update public.business_connections set platform_user_id = 'another-administrator' where wallet_address = $1",
        [caller.wallet],
      );
      return caller.connect("bulk:25:1");
    },
    happened: "This shop counts through another of your accounts already.",
    toDo: "disconnect the other one first",
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

/** An import that ends, by what the platform answers to its requests for orders, by what befalls its consent, or by our own fault. */
export interface Stopped extends Told {
  readonly code: string;
  readonly fault?: object;
  /** Verbs of the sandbox. */
  readonly befalls?: readonly string[];
  /** What goes wrong with us instead. */
  readonly breaks?: (connectionId: string) => Promise<void>;
  readonly status?: "error" | "needs_reconnect";
}

const keptBefore = "Nothing was lost: what was imported before is kept.";
const refusal = (code: number, message = "refused") => ({ kind: "answer", status: 200, code, message });

export const stops: readonly Stopped[] = [
  {
    code: "clock_skew",
    fault: refusal(36_009_004, "timestamp is out of range"),
    happened: "TikTok Shop refused the time of our requests.",
    toDo: "try again later",
    kept: keptBefore,
  },
  {
    code: "not_supported",
    fault: refusal(36_009_009),
    happened: "TikTok Shop shares no orders or commissions of this account in its market.",
    toDo: "Connect a seller account instead.",
    kept: keptBefore,
  },
  {
    code: "scope_missing",
    fault: refusal(105_005),
    happened: "TikTok Shop did not let us read orders.",
    toDo: "Reconnect and allow the permissions that are asked for.",
    kept: keptBefore,
  },
  {
    code: "shop_inactive",
    fault: refusal(36_009_043),
    happened: "The shop is not active on TikTok Shop.",
    toDo: "Import again once it is.",
    kept: keptBefore,
  },
  {
    code: "token_expired",
    fault: refusal(105_002),
    happened: "TikTok Shop kept calling the authorisation expired.",
    toDo: "Try again; if it stays, reconnect.",
    kept: keptBefore,
  },
  {
    code: "provider_unavailable",
    fault: { kind: "answer", status: 503, headers: { "retry-after": "300" } },
    happened: "TikTok Shop is not answering.",
    toDo: "try again",
    kept: keptBefore,
  },
  {
    code: "rate_limited",
    fault: { kind: "answer", status: 429, code: 36_009_002, headers: { "retry-after": "300" } },
    happened: "TikTok Shop asked us to slow down for too long.",
    toDo: "Try again later.",
    kept: keptBefore,
  },
  {
    code: "quota_exhausted",
    fault: refusal(36_009_037),
    happened: "TikTok Shop's hourly limit is used up.",
    toDo: "Try again in an hour.",
    kept: keptBefore,
  },
  {
    code: "token_invalid",
    fault: refusal(105_001),
    status: "needs_reconnect",
    happened: "TikTok no longer lets us in.",
    toDo: "Reconnect to keep the score fresh.",
    kept: "Everything imported so far is kept",
  },
  {
    code: "refresh_rejected",
    befalls: ["expire-authorizations", "expire-tokens"],
    status: "needs_reconnect",
    happened: "TikTok no longer lets us in.",
    toDo: "Reconnect to keep the score fresh.",
    kept: "Everything imported so far is kept",
  },
  {
    code: "deauthorized",
    befalls: ["revoke"],
    status: "needs_reconnect",
    happened: "TikTok no longer lets us in.",
    toDo: "Reconnect to keep the score fresh.",
    kept: "Everything imported so far is kept",
  },
  {
    code: "invalid_response",
    fault: { kind: "invalid_json" },
    happened: "TikTok Shop answered in a way that we could not read.",
    toDo: "Try again later.",
    kept: keptBefore,
  },
  {
    code: "network",
    fault: { kind: "reset" },
    happened: "TikTok Shop could not be reached.",
    toDo: "try again",
    kept: keptBefore,
  },
  {
    code: "timeout",
    fault: { kind: "hang" },
    happened: "TikTok Shop did not answer in time.",
    toDo: "try again",
    kept: keptBefore,
  },
  ...[
    { code: "signature_rejected", fault: refusal(106_001) },
    { code: "invalid_request", fault: refusal(36_009_021) },
    { code: "unexpected", fault: refusal(1) },
  ].map((ours) => ({
    ...ours,
    happened: "The import could not be finished.",
    toDo: "try again",
    kept: keptBefore,
  })),
  {
    code: "internal",
    breaks: spoilToken,
    happened: "Something went wrong on our side.",
    toDo: "try again",
    kept: keptBefore,
  },
  {
    code: "interrupted",
    breaks: cutShort,
    happened: "The import was cut short several times.",
    toDo: "try again",
    kept: keptBefore,
  },
];

/** An import that waits and goes on by itself. */
export interface Paused extends Told {
  readonly code: string;
  readonly fault: object;
}

const keptSoFar = "Nothing was lost: what has been read is kept";

export const pauses: readonly Paused[] = [
  {
    code: "rate_limited",
    fault: { kind: "answer", status: 429, code: 36_009_002, headers: { "retry-after": "300" } },
    happened: "TikTok Shop has asked us to slow down.",
    toDo: "there is nothing for you to do",
    kept: keptSoFar,
  },
  {
    code: "quota_exhausted",
    fault: refusal(36_009_037),
    happened: "TikTok Shop’s limit for this hour is used up.",
    toDo: "there is nothing for you to do",
    kept: keptSoFar,
  },
  {
    code: "provider_unavailable",
    fault: { kind: "answer", status: 503, headers: { "retry-after": "300" } },
    happened: "TikTok Shop is not answering just now.",
    toDo: "there is nothing for you to do",
    kept: keptSoFar,
  },
];

/** An import that ends well and leaves something out. */
export interface Incomplete extends Told {
  readonly what: string;
  readonly persona: string;
  readonly fault?: object;
}

const keptAsIs = "Nothing was lost: what was read is kept, and what of it could be understood counts";

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
