import { opaque } from "../ids.ts";
import { marketOf } from "../markets.ts";
import type { Hundredths } from "../money.ts";
import {
  type ProductSpec,
  type PromoterSpec,
  type Shop,
  type ShopTrade,
  type TradeProfile,
  type TradeRates,
  usualRates,
} from "../trade/shop.ts";

interface ShopDraft {
  readonly number: number;
  readonly name: string;
  readonly region: string;
  readonly trade: ShopTrade;
  readonly sellerType?: Shop["sellerType"];
  readonly isActive?: boolean;
}

/** Completes a shop: ids, code and cipher follow from its number, so they are the same at every start. */
export function createShop({ number, name, region, trade, sellerType = "LOCAL", isActive = true }: ShopDraft): Shop {
  const market = marketOf(region);
  const sbx = String(number).padStart(5, "0");
  return {
    id: `74958800123${sbx}901`,
    number,
    name,
    code: `${region}LC${opaque(`code/${number}`, 6).toUpperCase()}`,
    cipher: `${market.prefix}sbx${sbx}${opaque(`cipher/${number}`, 22)}`,
    market,
    sellerType,
    isActive,
    trade,
  };
}

interface ProfileDraft extends Partial<Omit<TradeProfile, "rates">> {
  readonly rates?: Partial<TradeRates>;
}

/** A trade profile with the usual habits, and what the persona changes about them. */
export function createProfile({ rates, ...draft }: ProfileDraft): TradeProfile {
  return {
    catalogue: candles(1),
    promoters: [],
    historyDays: 400,
    futureDays: 30,
    dailyOrders: () => 0,
    settleDays: 6,
    adjustments: "usual",
    customerService: { responseMins: "42.5", satisfaction: "91.7", sessions: 58 },
    shopScore: "4.6",
    ...draft,
    rates: { ...usualRates, ...rates },
  };
}

/** A small catalogue of one workshop; `scale` multiplies the dollar prices into another currency. */
export function candles(scale: number, createdDay = -500): readonly ProductSpec[] {
  const product = (name: string, price: Hundredths, skus: readonly string[], day: number): ProductSpec => ({
    name,
    skus,
    price: Math.round((price * scale) / 100) * 100 - (scale === 1 ? 1 : 0),
    createdDay: day,
  });
  return [
    product("Soy Candle 8oz Sea Salt", 2300, ["Sea Salt, 8oz", "Cedar, 8oz"], createdDay),
    product("Soy Candle 12oz Fireside", 3200, ["Fireside, 12oz"], createdDay + 20),
    product("Wax Melt Sampler", 1500, ["Six pack", "Twelve pack"], createdDay + 45),
    product("Brass Wick Trimmer", 1900, ["Brass"], createdDay + 90),
    product("Ceramic Candle Dish", 2700, ["White", "Sage"], createdDay + 120),
    product("Gift Box of Three", 6400, ["Holiday", "Garden"], createdDay + 200),
  ];
}

/** Promoters with slowly growing or constant presence. */
export function promoters(names: readonly string[], fromDay = -1000): readonly PromoterSpec[] {
  return names.map((username, at) => ({ username, fromDay, rateBps: 1000 + (at % 4) * 250 }));
}
