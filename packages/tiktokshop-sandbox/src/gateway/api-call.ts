import type { JsonObject } from "../json.ts";
import type { CreatorPersona, Persona, SellerPersona } from "../personas/persona.ts";
import type { Authorization } from "../state.ts";
import type { Shop } from "../trade/shop.ts";
import type { World } from "../world.ts";

/** A request that passed every check of the gateway. */
export interface ApiCall {
  readonly world: World;
  readonly now: number;
  readonly route: Route;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly query: ReadonlyMap<string, string>;
  /** The JSON body; `{}` when none was sent. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly persona: Persona;
  readonly authorization: Authorization;
  /** The shop of the cipher; null on endpoints that take none, and on event endpoints without one. */
  readonly shop: Shop | null;
}

export interface SellerCall extends ApiCall {
  readonly persona: SellerPersona;
}

export interface ShopCall extends SellerCall {
  readonly shop: Shop;
}

export interface CreatorCall extends ApiCall {
  readonly persona: CreatorPersona;
}

interface RouteFacts {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Path with `{name}` for a parameter. */
  readonly path: string;
  readonly scope: string;
}

/** An endpoint: who may call it, with which identifier, under which scope, and what answers. */
export type Route =
  | (RouteFacts & { readonly caller: "seller"; readonly answer: (call: SellerCall) => JsonObject })
  | (RouteFacts & { readonly caller: "shop"; readonly answer: (call: ShopCall) => JsonObject })
  | (RouteFacts & { readonly caller: "creator"; readonly answer: (call: CreatorCall) => JsonObject });
