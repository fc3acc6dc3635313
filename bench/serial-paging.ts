import { setTimeout as sleep } from "node:timers/promises";
import { TikTokAPIError, TikTokShopSDK } from "tiktok-shop-sdk";
import { connectShop } from "./sandbox-account.ts";
import { benchApp, type SandboxProcess } from "./sandbox-process.ts";

export interface PagingResult {
  readonly milliseconds: number;
  readonly rows: number;
  readonly refused: number;
}

const sdkHost = "https://open-api.tiktokglobalshop.com";
const tooFast = 36_009_002;

/**
 * npm `tiktok-shop-sdk` following one cursor to the end, as its own examples do. It neither knows another host nor waits when
 * it is refused: its host is swapped under it, and a refused page is asked again a second later.
 */
export async function pageWithSdk(sandbox: SandboxProcess, persona: string): Promise<PagingResult> {
  const { tokens, shop, range } = await connectShop(sandbox, persona);
  const restore = sendSdkTo(sandbox);
  try {
    const sdk = new TikTokShopSDK({ appKey: benchApp.appKey, appSecret: benchApp.appSecret });
    sdk.setAccessToken(tokens.accessToken);
    sdk.setShopCipher(shop.cipher);
    const body = { create_time_ge: range.from, create_time_lt: range.to };
    return await followCursor(async (pageToken) => {
      const query = { page_size: 100, sort_field: "create_time", sort_order: "ASC" } as const;
      const { data } = await sdk.order.getOrderList({
        query: pageToken === null ? query : { ...query, page_token: pageToken },
        body,
      });
      return { rows: data?.orders?.length ?? 0, next: data?.next_page_token || null };
    });
  } finally {
    restore();
  }
}

/** Our client held to one window: the same pages by one cursor, parsed and stripped, stored nowhere. */
export async function pageWithOneWindow(sandbox: SandboxProcess, persona: string): Promise<PagingResult> {
  const account = await connectShop(sandbox, persona);
  return followCursor(async (cursor) => {
    const page = await account.readOrders(cursor);
    return { rows: page.rows.length, next: page.nextCursor };
  });
}

interface SerialPage {
  readonly rows: number;
  readonly next: string | null;
}

async function followCursor(ask: (cursor: string | null) => Promise<SerialPage>): Promise<PagingResult> {
  const start = performance.now();
  let [rows, refused] = [0, 0];
  for (let cursor: string | null = null, isFirst = true; isFirst || cursor !== null; ) {
    const page: SerialPage | null = await ask(cursor).catch((error: unknown) => {
      if (error instanceof TikTokAPIError && error.code === tooFast) return null;
      throw error;
    });
    if (page === null) {
      refused += 1;
      await sleep(1_000);
      continue;
    }
    isFirst = false;
    rows += page.rows;
    cursor = page.next;
  }
  return { milliseconds: performance.now() - start, rows, refused };
}

function sendSdkTo(sandbox: SandboxProcess): () => void {
  const network = globalThis.fetch;
  globalThis.fetch = (address, init) =>
    network(typeof address === "string" ? address.replace(sdkHost, sandbox.url) : address, init);
  return () => {
    globalThis.fetch = network;
  };
}
