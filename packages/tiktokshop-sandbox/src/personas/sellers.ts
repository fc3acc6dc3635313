import { opaque } from "../ids.ts";
import type { Shop, ShopTrade } from "../trade/shop.ts";
import type { SellerPersona } from "./persona.ts";
import { candles, createProfile, createShop, promoters } from "./shops.ts";

interface SellerDraft {
  readonly id: string;
  readonly name: string;
  readonly teaches: string;
  readonly region?: string;
  readonly shops: readonly Shop[];
  readonly withheldScopes?: readonly string[];
  readonly authorizationDays?: number;
  readonly hasOddRows?: boolean;
}

/** Completes a seller: the open id follows from the persona's id. */
export function createSeller(draft: SellerDraft): SellerPersona {
  return {
    kind: "seller",
    id: draft.id,
    name: draft.name,
    teaches: draft.teaches,
    openId: `7${opaque(`open/${draft.id}`, 53)}`,
    region: draft.region ?? draft.shops[0]?.market.region ?? "US",
    shops: draft.shops,
    withheldScopes: draft.withheldScopes ?? [],
    authorizationDays: draft.authorizationDays ?? 365,
    hasOddRows: draft.hasOddRows ?? false,
  };
}

const crew = promoters(["glow.with.gia", "thriftyteo", "homebymara", "candle.corner", "desk.and.dusk"]);

function generated(draft: Parameters<typeof createProfile>[0]): ShopTrade {
  return { kind: "generated", profile: createProfile(draft) };
}

/** A day's expectation that follows the week: quiet Mondays, busy Saturdays. */
function weekly(level: (day: number) => number): (day: number) => number {
  const rhythm = [0.8, 0.9, 1, 1, 1.05, 1.2, 1.05];
  return (day) => level(day) * (rhythm[((day % 7) + 7) % 7] ?? 1);
}

/** The sellers whose trade is drawn day by day. */
export const tradingSellers: readonly SellerPersona[] = [
  createSeller({
    id: "steady-seller",
    name: "Harbor and Hearth Candles",
    teaches: "A healthy US shop: about 1,500 orders in 90 days, every status and flag that normal trade has.",
    shops: [
      createShop({
        number: 1,
        name: "Harbor and Hearth Candles",
        region: "US",
        trade: generated({ promoters: crew, dailyOrders: weekly((day) => (day < -180 ? 7 : 16.5)) }),
      }),
    ],
  }),
  createSeller({
    id: "growing-seller",
    name: "Juniper Street Ceramics",
    teaches: "Growth: each month sells more than the last, new products and new creators in the last 30 days.",
    shops: [
      createShop({
        number: 2,
        name: "Juniper Street Ceramics",
        region: "US",
        trade: generated({
          catalogue: [
            ...candles(1.4, -420),
            { name: "Ripple Mug", skus: ["Cream", "Moss"], price: 2899, createdDay: -26 },
            { name: "Pour-over Stand", skus: ["Oak"], price: 4899, createdDay: -22 },
            { name: "Bud Vase Trio", skus: ["Clay"], price: 3499, createdDay: -18 },
          ],
          promoters: [...crew.slice(0, 2), ...promoters(["kiln.kate", "shelfie.sam", "clay.days", "studio.nine"], -28)],
          dailyOrders: weekly((day) => Math.max(1.5, 15 + day * 0.17)),
        }),
      }),
    ],
  }),
  createSeller({
    id: "declining-seller",
    name: "Fen and Fable Prints",
    teaches: "Decline: the newest month sells less than half of the oldest, which must raise the decline alert.",
    shops: [
      createShop({
        number: 3,
        name: "Fen and Fable Prints",
        region: "GB",
        trade: generated({
          catalogue: candles(0.8, -600),
          promoters: crew.slice(0, 3),
          historyDays: 500,
          dailyOrders: weekly((day) => Math.min(11, Math.max(0.8, 1.2 - day * 0.11))),
        }),
      }),
    ],
  }),
  createSeller({
    id: "viral-seller",
    name: "Pocket Nebula Lamps",
    teaches: "One viral week six weeks ago and little since: a faded spike must not score like steady income.",
    shops: [
      createShop({
        number: 4,
        name: "Pocket Nebula Lamps",
        region: "US",
        trade: generated({
          catalogue: [
            { name: "Nebula Night Lamp", skus: ["Violet", "Teal"], price: 2499, createdDay: -240 },
            ...candles(1.1, -230),
          ],
          promoters: crew,
          historyDays: 220,
          rates: { affiliate: 0.7, returned: 0.06, lateDispatch: 0.12 },
          dailyOrders: (day) => (day >= -48 && day < -41 ? 130 : 2.2),
        }),
      }),
    ],
  }),
  createSeller({
    id: "heavy-refunds",
    name: "Kant und Kegel Mode",
    teaches: "A third of the value comes back, dispatch is late, one payout failed, and there are penalties.",
    shops: [
      createShop({
        number: 5,
        name: "Kant und Kegel Mode",
        region: "DE",
        trade: generated({
          catalogue: [
            ...candles(1.8, -350),
            { name: "Filzhut Modell 7", skus: ["Grau"], price: 5900, createdDay: -200, status: "PLATFORM_DEACTIVATED" },
            { name: "Kegelkissen", skus: ["Rot"], price: 3400, createdDay: -150, status: "FREEZE" },
          ],
          promoters: crew.slice(1, 3),
          historyDays: 330,
          rates: { returned: 0.85, lateDispatch: 0.3, cancelledBySeller: 0.07, affiliate: 0.2 },
          dailyOrders: weekly(() => 5),
          adjustments: "penalties",
          failedPayoutDay: -24,
          customerService: { responseMins: "611.0", satisfaction: "68.2", sessions: 141 },
        }),
      }),
    ],
  }),
  createSeller({
    id: "new-shop",
    name: "Twelve Days Tea",
    teaches: "A shop of twelve days: good sales, too little history.",
    shops: [
      createShop({
        number: 6,
        name: "Twelve Days Tea",
        region: "US",
        trade: generated({
          catalogue: candles(0.7, -12).map((product) => ({ ...product, createdDay: -12 })),
          historyDays: 11,
          dailyOrders: () => 4.5,
          shopScore: null,
          rates: { returned: 0 },
        }),
      }),
    ],
  }),
];
