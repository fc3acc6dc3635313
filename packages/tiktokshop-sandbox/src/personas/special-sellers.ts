import type { DefectSpec } from "../trade/defects.ts";
import type { ProductSpec } from "../trade/shop.ts";
import type { SellerPersona } from "./persona.ts";
import { createSeller } from "./sellers.ts";
import { candles, createProfile, createShop, promoters } from "./shops.ts";

const dormantCatalogue: readonly ProductSpec[] = candles(1, -730).map((product) => ({ ...product, createdDay: -730 }));
const fewOrders = (level: number) =>
  createProfile({ dailyOrders: () => level, historyDays: 200, promoters: promoters(["thriftyteo"]) });

/** A shop whose books have as many faults of each kind, chosen by a seed; the control port tells which. */
export function createDefectSeller({
  id,
  number,
  defects,
}: {
  readonly id: string;
  readonly number: number;
  readonly defects: DefectSpec;
}): SellerPersona {
  const name = number === 55 ? "Crooked Ledger Crafts" : `Crooked Ledger no. ${number}`;
  const profile = createProfile({
    dailyOrders: () => 6,
    historyDays: 200,
    promoters: promoters(["thriftyteo"]),
    defects,
  });
  return createSeller({
    id,
    name,
    teaches: "Books that do not add up: orders, statements and payments that are missing, short, over or nobody's.",
    shops: [createShop({ number, name, region: "US", trade: { kind: "generated", profile } })],
  });
}

/** The sellers who show one platform rule each. */
export const specialSellers: readonly SellerPersona[] = [
  createSeller({
    id: "no-orders",
    name: "Quiet Quill Stationery",
    teaches: "A two-year-old shop with products and not one order: a score, never an error.",
    shops: [
      createShop({
        number: 20,
        name: "Quiet Quill Stationery",
        region: "US",
        trade: {
          kind: "generated",
          profile: createProfile({
            catalogue: dormantCatalogue,
            historyDays: 0,
            futureDays: 0,
            adjustments: "none",
            shopScore: null,
            customerService: null,
          }),
        },
      }),
    ],
  }),
  createSeller({
    id: "no-shop",
    name: "Marlow Has No Shop",
    teaches: "A seller account without any shop: the app must answer no_active_shop.",
    region: "US",
    shops: [],
  }),
  createSeller({
    id: "inactive-shop",
    name: "Closed Shutter Goods",
    teaches: "A shop that is authorised but not active: it is in the authorised list and not in the active one.",
    shops: [
      createShop({
        number: 21,
        name: "Closed Shutter Goods",
        region: "US",
        isActive: false,
        trade: { kind: "generated", profile: fewOrders(1) },
      }),
    ],
  }),
  createSeller({
    id: "restricted-market",
    name: "Wombat and Wattle",
    teaches: "A shop outside the sixteen markets: the app must answer region_not_supported.",
    shops: [
      createShop({
        number: 22,
        name: "Wombat and Wattle",
        region: "AU",
        trade: { kind: "generated", profile: fewOrders(1) },
      }),
    ],
  }),
  createSeller({
    id: "no-finance-scope",
    name: "Private Ledger Leather",
    teaches: "Finance was not granted: connects, degrades, and lists the missing permission.",
    withheldScopes: ["seller.finance.info"],
    shops: [
      createShop({
        number: 23,
        name: "Private Ledger Leather",
        region: "US",
        trade: { kind: "generated", profile: fewOrders(4) },
      }),
    ],
  }),
  createSeller({
    id: "no-order-scope",
    name: "Sealed Crate Supply",
    teaches: "Orders were not granted: the app must answer missing_permissions and name the scope.",
    withheldScopes: ["seller.order.info"],
    shops: [
      createShop({
        number: 24,
        name: "Sealed Crate Supply",
        region: "US",
        trade: { kind: "generated", profile: fewOrders(2) },
      }),
    ],
  }),
  createSeller({
    id: "cross-border",
    name: "Lantern Road Trading",
    teaches:
      "Four shops in IDR, VND, GBP and EUR: currencies are never added, cash on delivery, no payments in Southeast Asia.",
    region: "GB",
    shops: [
      crossBorderShop(25, "Lantern Road Indonesia", "ID", 15_000, 0.45),
      crossBorderShop(26, "Lantern Road Vietnam", "VN", 25_000, 0.5),
      crossBorderShop(27, "Lantern Road UK", "GB", 0.8, 0),
      crossBorderShop(28, "Lantern Road Europe", "FR", 0.95, 0),
    ],
  }),
  createDefectSeller({ id: "planted-defects", number: 55, defects: { each: 2, seed: "crooked" } }),
  createSeller({
    id: "odd-rows",
    name: "Glitch Garden",
    teaches: "Rows that no schema expects: a new status, a missing id, an amount N/A, empty money, unknown fields.",
    hasOddRows: true,
    shops: [
      createShop({
        number: 29,
        name: "Glitch Garden",
        region: "US",
        trade: {
          kind: "generated",
          profile: createProfile({
            dailyOrders: () => 1.5,
            historyDays: 200,
            promoters: promoters(["glow.with.gia", "thriftyteo"]),
            adjustments: "penalties",
          }),
        },
      }),
    ],
  }),
  createSeller({
    id: "expiring-consent",
    name: "Last Leaf Botanicals",
    teaches: "An authorisation that ends in five days: the app should ask to reconnect in time.",
    authorizationDays: 5,
    shops: [
      createShop({
        number: 30,
        name: "Last Leaf Botanicals",
        region: "US",
        trade: { kind: "generated", profile: fewOrders(3) },
      }),
    ],
  }),
  createSeller({
    id: "hybrid-seller",
    name: "Mina's Market",
    teaches: "The shop half of a hybrid: connect it and hybrid-creator to one wallet.",
    shops: [
      createShop({
        number: 31,
        name: "Mina's Market",
        region: "US",
        trade: {
          kind: "generated",
          profile: createProfile({
            promoters: promoters(["mina.makes", "homebymara"]),
            dailyOrders: () => 3.2,
            historyDays: 300,
          }),
        },
      }),
    ],
  }),
];

function crossBorderShop(number: number, name: string, region: string, scale: number, cashOnDelivery: number) {
  const profile = createProfile({
    catalogue: candles(scale, -380),
    promoters: promoters(["lena.lokal", "thao.tries", "posh.penny"]),
    dailyOrders: () => 2.4,
    historyDays: 300,
    rates: { cashOnDelivery },
    shopScore: null,
  });
  return createShop({ number, name, region, sellerType: "CROSS_BORDER", trade: { kind: "generated", profile } });
}
