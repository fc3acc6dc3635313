import type { PromotedProduct } from "../trade/creator-trade.ts";
import type { WorkedOrders } from "../trade/shop.ts";
import { createCreator } from "./creators.ts";
import type { Persona } from "./persona.ts";
import { createSeller } from "./sellers.ts";
import { candles, createProfile, createShop, promoters } from "./shops.ts";

const profile = createProfile({
  catalogue: candles(1, -700),
  promoters: promoters(["glow.with.gia", "homebymara"]),
  historyDays: 0,
  futureDays: 0,
  adjustments: "none",
});

const shelf: readonly PromotedProduct[] = [
  { shopName: "Harbor and Hearth Candles", productName: "Gift Box of Three", price: 7500, rateBps: 1500 },
  { shopName: "Juniper Street Ceramics", productName: "Ripple Mug Set", price: 7500, rateBps: 1500 },
  { shopName: "Pocket Nebula Lamps", productName: "Nebula Night Lamp", price: 7500, rateBps: 1500 },
];

/** The score model's three worked examples, to the cent. All their trade is 2 to 80 days old at the anchor. */
export const workedExamples: readonly Persona[] = [
  createSeller({
    id: "worked-seller",
    name: "Worked Example Shop",
    teaches: "150 orders of $100, 5 % of the value returned: gross 15,000, refunds 750, net 14,250, monthly 4,750.",
    shops: [workedShop(40, "Worked Example Shop", { count: 150, refundedUnits: 15 })],
  }),
  createCreator({
    id: "worked-creator",
    name: "Worked Example Creator",
    username: "worked.example",
    teaches: "200 settled commission lines, $30,000 base at 15 %: 4,500 earned, monthly 1,500.",
    region: "US",
    number: 41,
    trade: {
      kind: "worked",
      currency: "USD",
      settledLines: 200,
      base: 15_000,
      rateBps: 1500,
      products: shelf,
      olderLines: 6,
      isPrinted: false,
    },
  }),
  createSeller({
    id: "worked-hybrid-seller",
    name: "Worked Hybrid Shop",
    teaches: "The shop half of the worked hybrid: $10,000 of sales, nothing returned.",
    shops: [workedShop(42, "Worked Hybrid Shop", { count: 100, refundedUnits: 0 })],
  }),
  createCreator({
    id: "worked-hybrid-creator",
    name: "Worked Hybrid Creator",
    username: "worked.hybrid",
    teaches: "The creator half of the worked hybrid: $3,000 of commissions, all from other shops.",
    region: "US",
    number: 43,
    trade: {
      kind: "worked",
      currency: "USD",
      settledLines: 125,
      base: 16_000,
      rateBps: 1500,
      products: shelf.map((product) => ({ ...product, price: 8000 })),
      olderLines: 6,
      isPrinted: false,
    },
  }),
];

function workedShop(
  number: number,
  name: string,
  { count, refundedUnits }: Pick<WorkedOrders, "count" | "refundedUnits">,
) {
  return createShop({
    number,
    name,
    region: "US",
    trade: {
      kind: "worked",
      profile,
      orders: { count, refundedUnits, unitPrice: 5000, unitsPerOrder: 2, olderOrders: 12 },
    },
  });
}
