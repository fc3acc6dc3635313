import { type AccountKind, ConnectorError, type PlatformShop } from "@lendfriend/connector";
import { z } from "zod";
import type { ApiTransport } from "../request/api-transport.ts";
import { failure } from "../request/failure.ts";
import { affiliateWindow } from "../stages/creator-stages.ts";
import { time } from "../wire/fields.ts";

export interface FirstActivityRequest {
  readonly account: AccountKind;
  readonly accessToken: string;
  readonly shop: Pick<PlatformShop, "cipher"> | null;
  /** Unix seconds. */
  readonly asOf: number;
  readonly signal?: AbortSignal | undefined;
}

/** TikTok Shop opened to creators in 2021: nothing is older. */
const earliest = Date.UTC(2021, 0, 1) / 1_000;
const oneDay = 86_400;
/** Halving six years down to a day takes eleven questions; the rest is room for a crowded first day. */
const mostProbes = 24;

const pageSchema = z.object({
  orders: z.array(z.object({ create_time: time })).nullish(),
  next_page_token: z.string().nullish(),
});

interface Probe {
  readonly first: number | null;
  readonly isComplete: boolean;
}

/**
 * When the account placed its first order (seller) or earned its first commission (creator), in unix seconds; null when never.
 * Sellers: one ascending page of one order, without a lower bound. Creators: their list cannot be sorted, so its time is halved until
 * the oldest page is whole, or the oldest day is found; the answer is then at most one day late and never early.
 * Throws `ConnectorError`.
 */
export async function readFirstActivity(
  transport: ApiTransport,
  request: FirstActivityRequest,
): Promise<number | null> {
  if (request.account === "seller") return firstOrder(transport, request);
  try {
    return await searchBack(transport, request, earliest, request.asOf);
  } catch (error) {
    // No widest window is documented for creators. Where one is enforced, quarters of a year are asked for instead.
    if (!(error instanceof ConnectorError) || error.code !== "invalid_request") throw error;
    return await firstQuarterWithRows(transport, request);
  }
}

async function firstOrder(transport: ApiTransport, request: FirstActivityRequest): Promise<number | null> {
  const path = "/order/202309/orders/search";
  const { first } = await probe(transport, request, path, {
    query: { page_size: 1, sort_field: "create_time", sort_order: "ASC" },
    body: { create_time_lt: request.asOf },
  });
  return first;
}

async function searchBack(
  transport: ApiTransport,
  request: FirstActivityRequest,
  from: number,
  to: number,
): Promise<number | null> {
  const whole = await probeCreator(transport, request, from, to);
  if (whole.first === null || whole.isComplete) return whole.first;
  let best = whole.first;
  let low = from;
  for (let probes = 1; probes < mostProbes && best - low > oneDay; probes++) {
    const middle = low + Math.ceil((best - low) / 2);
    const { first, isComplete } = await probeCreator(transport, request, low, middle);
    if (first === null) low = middle;
    else best = Math.min(best, first);
    if (first !== null && isComplete) return best;
  }
  return best;
}

async function firstQuarterWithRows(transport: ApiTransport, request: FirstActivityRequest): Promise<number | null> {
  for (let from = earliest; from < request.asOf; from += affiliateWindow) {
    const first = await searchBack(transport, request, from, Math.min(request.asOf, from + affiliateWindow));
    if (first !== null) return first;
  }
  return null;
}

function probeCreator(
  transport: ApiTransport,
  request: FirstActivityRequest,
  from: number,
  to: number,
): Promise<Probe> {
  return probe(transport, request, "/affiliate_creator/202410/orders/search", {
    query: { page_size: 100 },
    body: { create_time_ge: from, create_time_lt: to },
  });
}

function probe(
  transport: ApiTransport,
  request: FirstActivityRequest,
  path: string,
  filter: { readonly query: Record<string, string | number>; readonly body: Record<string, number> },
): Promise<Probe> {
  const { accessToken, signal } = request;
  const call = {
    method: "POST",
    path,
    ...filter,
    accessToken,
    shopCipher: request.shop?.cipher ?? null,
    signal,
  } as const;
  return transport.call(call, (data) => {
    const result = pageSchema.safeParse(data);
    if (!result.success) throw failure("invalid_response", `POST ${path}`);
    const times = (result.data.orders ?? []).map((order) => order.create_time);
    return { first: times.length === 0 ? null : Math.min(...times), isComplete: !result.data.next_page_token };
  });
}
