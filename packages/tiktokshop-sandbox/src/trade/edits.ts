import type { JsonObject } from "../json.ts";
import type { OrderStatus } from "./order-plan.ts";

/** A change that a person or a test made to a shop's trade; kept in the state file so that a restart replays it. */
export type OrderEdit =
  | {
      readonly kind: "place";
      readonly at: number;
      readonly quantity: number;
      readonly unitPrice: string | null;
      readonly productIndex: number | null;
    }
  | { readonly kind: "refund"; readonly at: number; readonly orderId: string; readonly unitCount: number | null }
  | { readonly kind: "status"; readonly at: number; readonly orderId: string; readonly status: OrderStatus }
  | { readonly kind: "patch"; readonly at: number; readonly orderId: string; readonly patch: JsonObject };

/** Thrown when an edit names an order that the shop does not have, or a shop that cannot be edited. */
export class EditError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "EditError";
  }
}
