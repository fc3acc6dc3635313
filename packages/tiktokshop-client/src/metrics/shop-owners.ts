import type { ConnectionIncome } from "./source.ts";
import { isRead } from "./stage-measure.ts";

/**
 * Of a shop that several accounts of a wallet read (a second administrator), one account speaks: one that is authorised before one
 * that is not, one that read the shop's orders before one that did not, then the one with the smaller id. What the others read of
 * the shop is the same once more (score model §2, DUPLICATE).
 */
export class ShopOwners {
  readonly #owners = new Map<string, ConnectionIncome>();
  readonly #sellers: ReadonlySet<string>;

  constructor(connections: readonly ConnectionIncome[]) {
    const sellers = connections.filter(({ account }) => account === "seller");
    this.#sellers = new Set(sellers.map(({ id }) => id));
    for (const connection of sellers) {
      for (const { id } of connection.shops) {
        const known = this.#owners.get(id);
        if (known === undefined || speaksBefore(connection, known, id)) this.#owners.set(id, connection);
      }
    }
  }

  /** Whether another account speaks for this shop. Never of a creator's rows: those name shops of others. */
  isTwin(connectionId: string, shopId: string | null): boolean {
    if (shopId === null || !this.#sellers.has(connectionId)) return false;
    const owner = this.#owners.get(shopId);
    return owner !== undefined && owner.id !== connectionId;
  }

  /** False of an account whose shops others speak for, all of them. */
  isSpeaker({ id, shops }: ConnectionIncome): boolean {
    return shops.length === 0 || shops.some((shop) => !this.isTwin(id, shop.id));
  }

  /** A connection with the shops that it speaks for, and how their lists were read. */
  own(connection: ConnectionIncome): ConnectionIncome {
    const isOwn = (shopId: string | null) => !this.isTwin(connection.id, shopId);
    return {
      ...connection,
      shops: connection.shops.filter(({ id }) => isOwn(id)),
      stages: connection.stages.filter(({ shopId }) => isOwn(shopId)),
    };
  }

  /** The rows of a connection that count: without those of shops that another speaks for, in their order. */
  ownRows<Row extends { readonly shopId: string | null }>(connectionId: string, rows: Rows<Row>): Rows<Row> {
    if (this.#sellers.size < 2 || !this.#sellers.has(connectionId)) return rows;
    return this.#filtered(connectionId, rows);
  }

  async *#filtered<Row extends { readonly shopId: string | null }>(
    connectionId: string,
    rows: Rows<Row>,
  ): AsyncGenerator<Row, void, undefined> {
    for await (const row of rows) if (!this.isTwin(connectionId, row.shopId)) yield row;
  }
}

type Rows<Row> = AsyncIterable<Row> | Iterable<Row>;

function speaksBefore(left: ConnectionIncome, right: ConnectionIncome, shopId: string): boolean {
  if (left.isAuthorized !== right.isAuthorized) return left.isAuthorized;
  const [isLeftRead, isRightRead] = [isRead(left, "orders", shopId), isRead(right, "orders", shopId)];
  if (isLeftRead !== isRightRead) return isLeftRead;
  return left.id < right.id;
}
