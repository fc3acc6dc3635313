import { opaque } from "../ids.ts";
import type { CreatorTrade, PromotedProduct } from "../trade/creator-trade.ts";
import type { CreatorPersona } from "./persona.ts";

interface CreatorDraft {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly teaches: string;
  readonly region: string;
  readonly number: number;
  readonly trade: CreatorTrade;
  readonly withheldScopes?: readonly string[];
}

/** Completes a creator: the open id follows from the persona's id. */
export function createCreator(draft: CreatorDraft): CreatorPersona {
  return {
    kind: "creator",
    id: draft.id,
    name: draft.name,
    username: draft.username,
    teaches: draft.teaches,
    openId: `_000${opaque(`open/${draft.id}`, 50)}`,
    region: draft.region,
    number: draft.number,
    withheldScopes: draft.withheldScopes ?? [],
    // A creator's authorisation does not end by itself; the platform prints an expiry about 99 years away.
    authorizationDays: 36_135,
    trade: draft.trade,
  };
}

const dollars: readonly PromotedProduct[] = [
  { shopName: "Harbor and Hearth Candles", productName: "Soy Candle 8oz Sea Salt", price: 2299, rateBps: 1500 },
  { shopName: "Juniper Street Ceramics", productName: "Ripple Mug", price: 2899, rateBps: 1250 },
  { shopName: "Pocket Nebula Lamps", productName: "Nebula Night Lamp", price: 2499, rateBps: 1800 },
  { shopName: "Oak and Otter Outdoors", productName: "Trail Mug", price: 3199, rateBps: 1000 },
];

const rupiah: readonly PromotedProduct[] = [
  { shopName: "Toko Senja", productName: "Kemeja Linen", price: 15_900_000, rateBps: 800 },
  { shopName: "Batik Ria", productName: "Tas Anyam", price: 9_900_000, rateBps: 1000 },
  { shopName: "Dapur Nusa", productName: "Sambal Botol", price: 4_500_000, rateBps: 1200 },
];

/** The creators whose commissions are drawn day by day. */
export const tradingCreators: readonly CreatorPersona[] = [
  createCreator({
    id: "us-creator",
    name: "Gia Glow",
    username: "glow.with.gia",
    teaches:
      "A US creator: settled, awaited, refunded and frozen commission lines, bonus and ads parts inside the total.",
    region: "US",
    number: 50,
    trade: {
      kind: "generated",
      currency: "USD",
      historyDays: 300,
      futureDays: 30,
      dailyOrders: (day) => 3 + (day > -30 ? 1 : 0),
      products: dollars,
      isPrinted: false,
    },
  }),
  createCreator({
    id: "id-creator",
    name: "Lena Lokal",
    username: "lena.lokal",
    teaches: "An Indonesian creator whose amounts are printed for people (Rp9.900).",
    region: "ID",
    number: 51,
    trade: {
      kind: "generated",
      currency: "IDR",
      historyDays: 200,
      futureDays: 30,
      dailyOrders: () => 4,
      products: rupiah,
      isPrinted: true,
    },
  }),
  createCreator({
    id: "hybrid-creator",
    name: "Mina Makes",
    username: "mina.makes",
    teaches: "The creator half of a hybrid; some lines come from the own shop (Mina's Market) and are a transfer.",
    region: "US",
    number: 52,
    trade: {
      kind: "generated",
      currency: "USD",
      historyDays: 250,
      futureDays: 30,
      dailyOrders: () => 2,
      products: [
        ...dollars,
        { shopName: "Mina's Market", productName: "Wax Melt Sampler", price: 1499, rateBps: 1500 },
      ],
      isPrinted: false,
    },
  }),
  createCreator({
    id: "partial-creator",
    name: "Sol Selective",
    username: "sol.selective",
    teaches: "A creator who unticks affiliate orders: the app must answer missing_permissions.",
    region: "US",
    number: 53,
    withheldScopes: ["creator.affiliate_collaboration.read"],
    trade: {
      kind: "generated",
      currency: "USD",
      historyDays: 120,
      futureDays: 30,
      dailyOrders: () => 1,
      products: dollars,
      isPrinted: false,
    },
  }),
  createCreator({
    id: "uk-creator",
    name: "Posh Penny",
    username: "posh.penny",
    teaches: "A creator in the UK, where the platform has no affiliate API: offer the seller path, never a score of 0.",
    region: "GB",
    number: 54,
    trade: {
      kind: "generated",
      currency: "GBP",
      historyDays: 0,
      futureDays: 0,
      dailyOrders: () => 0,
      products: [],
      isPrinted: false,
    },
  }),
];
