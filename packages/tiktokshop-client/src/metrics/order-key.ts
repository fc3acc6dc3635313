/** An order's id within its shop: ids are only unique there. */
export function orderKey(shopId: string, orderId: string): string {
  return `${shopId} ${orderId}`;
}
