import type { ConnectionIncome, MetricsSource } from "./source.ts";

/**
 * The earliest activity known of the connections, unix seconds: the earliest order ever, or the earliest product where that is
 * older; for creators the earliest commission order (score model §1). Rows in hand count too, should the platform not have told.
 */
export async function firstActivityOf(
  source: MetricsSource,
  connections: readonly ConnectionIncome[],
): Promise<number | null> {
  const times: number[] = [];
  for (const connection of connections) {
    const told = [connection.firstActivity, ...connection.shops.map(({ firstActivity }) => firstActivity)];
    times.push(...told.filter((time) => time !== null));
    if (connection.account === "creator") {
      if (told.every((time) => time === null)) await push(times, source.read(connection.id, "commission"), source.asOf);
      continue;
    }
    await push(times, source.read(connection.id, "product"), source.asOf);
    const isTold = connection.shops.length > 0 && connection.shops.every(({ firstActivity }) => firstActivity !== null);
    if (!isTold) await push(times, source.read(connection.id, "order"), source.asOf);
  }
  const past = times.filter((time) => time > 0 && time < source.asOf);
  return past.length === 0 ? null : past.reduce((earliest, time) => Math.min(earliest, time));
}

async function push(
  times: number[],
  records: AsyncIterable<{ readonly createTime: number }> | Iterable<{ readonly createTime: number }>,
  asOf: number,
): Promise<void> {
  let earliest = asOf;
  for await (const { createTime } of records) if (createTime > 0 && createTime < earliest) earliest = createTime;
  if (earliest < asOf) times.push(earliest);
}
