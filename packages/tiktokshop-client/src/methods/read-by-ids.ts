import { ConnectorError, type RereadAnswer, type RereadKind, type RereadRequest } from "@lendfriend/connector";
import { z } from "zod";
import type { ApiTransport } from "../request/api-transport.ts";
import { type ApiRequest, pathId } from "../request/build.ts";
import { failure } from "../request/failure.ts";
import { rejectedOf } from "../stages/read-stage-page.ts";
import { ordersStage, productsStage, returnsStage } from "../stages/seller-stages.ts";
import type { StageReader } from "../stages/stage-reader.ts";

/** The platform's own limit for orders; its page for returns holds as many. */
const mostIds = 50;
/** One foreign order makes the platform refuse the whole batch. */
const notThisSellers = "21008111";

const readers: { readonly [Kind in RereadKind]: StageReader } = {
  order: ordersStage,
  return: returnsStage,
  product: productsStage,
};

/**
 * Reads orders, returns or products by their ids, as they are now, with the same schemas as the lists. What the platform does
 * not give out under this shop is `missing`. Throws `ConnectorError`: `invalid_request` for more than 50 ids, else whatever
 * the call met.
 *
 * @example
 * const { rows, missing } = await connector.readByIds({ kind: "order", accessToken, shop, ids: ["576512340987654321"] });
 */
export async function readByIds(transport: ApiTransport, request: RereadRequest): Promise<RereadAnswer> {
  const ids = [...new Set(request.ids)];
  if (ids.length > mostIds) throw new ConnectorError("invalid_request", `at most ${mostIds} ids are read at once`);
  // What no platform id looks like is not asked for: in a list of ids or a path it would mean something else.
  const askable = ids.filter((id) => /^[A-Za-z0-9_-]{1,64}$/.test(id));
  const wire = askable.length === 0 ? [] : await wireRows(transport, request, askable);
  return answerFrom(readers[request.kind], wire, request, ids);
}

function wireRows(
  transport: ApiTransport,
  request: RereadRequest,
  ids: readonly string[],
): Promise<readonly unknown[]> {
  if (request.kind === "order") return readOrders(transport, request, ids);
  return request.kind === "return" ? readReturns(transport, request, ids) : readProducts(transport, request, ids);
}

/** A refused batch is halved until the ids that are not this seller's stand alone. */
async function readOrders(
  transport: ApiTransport,
  request: RereadRequest,
  ids: readonly string[],
): Promise<readonly unknown[]> {
  const call = { method: "GET", path: "/order/202507/orders", query: { ids: ids.join(",") } } as const;
  try {
    return await transport.call(withShop(call, request), (data) => listIn(data, "orders", call.path));
  } catch (error) {
    if (!(error instanceof ConnectorError) || error.providerCode !== notThisSellers) throw error;
    if (ids.length === 1) return [];
    const half = Math.ceil(ids.length / 2);
    const first = await readOrders(transport, request, ids.slice(0, half));
    return [...first, ...(await readOrders(transport, request, ids.slice(half)))];
  }
}

function readReturns(
  transport: ApiTransport,
  request: RereadRequest,
  ids: readonly string[],
): Promise<readonly unknown[]> {
  const call = {
    method: "POST",
    path: "/return_refund/202309/returns/search",
    query: { page_size: mostIds },
    body: { return_ids: ids },
  } as const;
  return transport.call(withShop(call, request), (data) => listIn(data, "return_orders", call.path));
}

/** Products come one at a time, and frozen or deleted ones not at all. */
async function readProducts(
  transport: ApiTransport,
  request: RereadRequest,
  ids: readonly string[],
): Promise<readonly unknown[]> {
  const products: unknown[] = [];
  for (const id of ids) {
    const call = { method: "GET", path: `/product/202309/products/${pathId(id)}` } as const;
    try {
      products.push(await transport.call(withShop(call, request), (data) => data));
    } catch (error) {
      if (!isNoSuchProduct(error)) throw error;
    }
  }
  return products;
}

/** A code of the product domain that nothing but another id would mend. */
function isNoSuchProduct(error: unknown): boolean {
  if (!(error instanceof ConnectorError) || error.retryable || error.code === "shop_inactive") return false;
  return /^120\d{5}$/.test(error.providerCode ?? "");
}

function withShop(
  call: Pick<ApiRequest, "method" | "path" | "query" | "body">,
  { accessToken, shop, signal }: RereadRequest,
): ApiRequest {
  return { ...call, accessToken, shopCipher: shop.cipher, signal };
}

const listSchema = z.record(z.string(), z.unknown());

function listIn(data: unknown, key: string, path: string): readonly unknown[] {
  const result = listSchema.safeParse(data);
  const list = result.success ? (result.data[key] ?? []) : null;
  if (!Array.isArray(list)) throw failure("invalid_response", path);
  return list;
}

/** Rows that were not asked for are dropped: only what an event named may change. */
function answerFrom(
  reader: StageReader,
  wire: readonly unknown[],
  { shop }: RereadRequest,
  ids: readonly string[],
): RereadAnswer {
  const window = { from: 0, to: 0, parentId: null };
  const asked = new Set(ids);
  const found = new Set<string>();
  const readings = wire.flatMap((row) => {
    const id = reader.idOf(row);
    if (id === null || !asked.has(id)) return [];
    found.add(id);
    return [reader.readRow(row, { shopId: shop.id, parentId: null, window, currency: undefined })];
  });
  return {
    rows: readings.flatMap(({ records }) => records),
    rejected: readings.flatMap((reading) => rejectedOf(reading, reader)),
    missing: ids.filter((id) => !found.has(id)),
  };
}
