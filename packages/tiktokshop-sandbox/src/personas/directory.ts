import { hash32 } from "../random.ts";
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

/** Finds a persona by id; `defects:<each>:<seed>`, `bulk:<orders>` and `bulk:<orders>:<copy>` are made on demand. Null when there is none. */
export function findPersona(id: string): Persona | null {
  return fixed.get(id) ?? defectSeller(id) ?? bulkSeller(id);
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
  const profile = createProfile({
    catalogue: candles(1, -700),
    promoters: promoters(["glow.with.gia", "thriftyteo", "homebymara"]),
    adjustments: "none",
  });
  const name = `Bulk Shop ${orderCount}${match[2] === undefined ? "" : ` no. ${match[2]}`}`;
  const number = 10_000 + (hash32(id) % 89_999);
  return createSeller({
    id,
    name,
    teaches: `${orderCount} orders computed from their position, for load.`,
    shops: [createShop({ number, name, region: "US", trade: { kind: "bulk", profile, orderCount } })],
  });
}
