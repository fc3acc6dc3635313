import { hash32 } from "../random.ts";
import type { ProductSpec } from "../trade/shop.ts";
import { tradingCreators } from "./creators.ts";
import type { Persona } from "./persona.ts";
import { createSeller, tradingSellers } from "./sellers.ts";
import { candles, createProfile, createShop, promoters } from "./shops.ts";
import { createDefectSeller, specialSellers } from "./special-sellers.ts";
import { workedExamples } from "./worked-examples.ts";

/** Every persona with a fixed id, in the order the consent page shows them. */
export const personas: readonly Persona[] = [
  ...workedExamples,
  ...tradingSellers,
  ...tradingCreators,
  ...specialSellers,
];

const fixed: ReadonlyMap<string, Persona> = new Map(personas.map((persona) => [persona.id, persona]));

/**
 * Finds a persona by id; `defects:<each>:<seed>`, `bulk:<orders>`, `bulk:<orders>:<copy>` and `listings:<n>` are made on demand.
 * Null when there is none.
 */
export function findPersona(id: string): Persona | null {
  return fixed.get(id) ?? defectSeller(id) ?? bulkSeller(id) ?? listingsSeller(id);
}

function defectSeller(id: string): Persona | null {
  const match = /^defects:([1-9]):([a-z0-9]{1,20})$/.exec(id);
  if (match === null) return null;
  const defects = { each: Number(match[1]), seed: match[2] ?? "" };
  return createDefectSeller({ id, number: 5_000 + (hash32(id) % 4_999), defects });
}

const largestBulk = 5_000_000;

function bulkSeller(id: string): Persona | null {
  const match = /^bulk:(\d{1,7})(?::(\d{1,4}))?$/.exec(id);
  if (match === null) return null;
  const orderCount = Number(match[1]);
  if (orderCount < 1 || orderCount > largestBulk) return null;
  return computedSeller(id, {
    name: `Bulk Shop ${orderCount}${match[2] === undefined ? "" : ` no. ${match[2]}`}`,
    teaches: `${orderCount} orders computed from their position, for load.`,
    catalogue: candles(1, -700),
    orderCount,
  });
}

const largestCatalogue = 50_000;

/** Half of its listings lie in the last fifth of the days. */
function listingsSeller(id: string): Persona | null {
  const count = Number(/^listings:(\d{1,5})$/.exec(id)?.[1] ?? 0);
  if (count < 1 || count > largestCatalogue) return null;
  const catalogue = Array.from({ length: count }, (_, index) => ({
    name: `Card ${index + 1}`,
    skus: ["Single"],
    price: 500 + (index % 40) * 25,
    createdDay: index % 2 === 0 ? -700 + Math.floor((index * 600) / count) : -100 + Math.floor((index * 90) / count),
  }));
  return computedSeller(id, {
    name: `Card Shop ${count}`,
    teaches: `${count} listings, of which the platform gives out 10,000 at most at once.`,
    catalogue,
    orderCount: 200,
  });
}

function computedSeller(
  id: string,
  draft: {
    readonly name: string;
    readonly teaches: string;
    readonly catalogue: readonly ProductSpec[];
    readonly orderCount: number;
  },
): Persona {
  const { name, teaches, catalogue, orderCount } = draft;
  const profile = createProfile({
    catalogue,
    promoters: promoters(["glow.with.gia", "thriftyteo", "homebymara"]),
    adjustments: "none",
  });
  const number = 10_000 + (hash32(id) % 89_999);
  return createSeller({
    id,
    name,
    teaches,
    shops: [createShop({ number, name, region: "US", trade: { kind: "bulk", profile, orderCount } })],
  });
}
