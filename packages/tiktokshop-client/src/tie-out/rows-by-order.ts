/** Where a row belongs. `orderId` is empty for a row that belongs to no order. */
export interface OrderKey {
  readonly shopId: string;
  readonly orderId: string;
}

export function compareKeys(left: OrderKey, right: OrderKey): number {
  return compareText(left.shopId, right.shopId) || compareText(left.orderId, right.orderId);
}

/**
 * Walks a stream that is sorted by order, one order's rows at a time. Holds those only, so that any number of rows can be joined.
 * Throws when the stream is not sorted: a wrong join would accuse people.
 */
export class RowsByOrder<Row> {
  private readonly rows: AsyncIterator<Row> | Iterator<Row>;
  private readonly keyOf: (row: Row) => OrderKey;
  private next: { readonly key: OrderKey; readonly row: Row } | null = null;
  private started = false;

  constructor(rows: AsyncIterable<Row> | Iterable<Row>, keyOf: (row: Row) => OrderKey) {
    this.rows = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
    this.keyOf = keyOf;
  }

  /** The next order's rows when its key is below `limit` (null: whatever comes), else null. */
  async takeBefore(limit: OrderKey | null): Promise<{ readonly key: OrderKey; readonly rows: Row[] } | null> {
    await this.start();
    if (this.next === null || (limit !== null && compareKeys(this.next.key, limit) >= 0)) return null;
    return this.takeGroup(this.next.key);
  }

  /** The rows of exactly this order, once all before it are taken. */
  async takeAt(key: OrderKey): Promise<Row[]> {
    await this.start();
    if (this.next === null || compareKeys(this.next.key, key) !== 0) return [];
    return (await this.takeGroup(key)).rows;
  }

  /** Whether the next row is of this shop. */
  async isAtShop(shopId: string): Promise<boolean> {
    await this.start();
    return this.next?.key.shopId === shopId;
  }

  /** Ends the stream early. */
  async close(): Promise<void> {
    await this.rows.return?.();
  }

  private async takeGroup(key: OrderKey): Promise<{ readonly key: OrderKey; readonly rows: Row[] }> {
    const rows: Row[] = [];
    while (this.next !== null && compareKeys(this.next.key, key) === 0) {
      rows.push(this.next.row);
      await this.advance();
    }
    return { key, rows };
  }

  private async start(): Promise<void> {
    if (this.started) return;
    this.started = true;
    await this.advance();
  }

  private async advance(): Promise<void> {
    const { done, value } = await this.rows.next();
    if (done) {
      this.next = null;
      return;
    }
    const key = this.keyOf(value);
    if (this.next !== null && compareKeys(key, this.next.key) < 0) {
      throw new Error("rows are not sorted by shop and order: the join would be wrong");
    }
    this.next = { key, row: value };
  }
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
