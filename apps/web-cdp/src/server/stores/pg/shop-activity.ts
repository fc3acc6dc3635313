import "server-only";
import type { Sql } from "./pool.ts";
import { askRescore } from "./rescores.ts";
import type { ClaimedRun } from "./runs.ts";

type Consent = Pick<ClaimedRun, "connectionId" | "epoch">;

/** Notes that the platform refuses a shop because it is not active, and has the wallet scored again by that. */
export async function noteInactiveShop(tx: Sql, { connectionId, epoch }: Consent, shopId: string): Promise<void> {
  const noted = await tx.query(
    `update public.shops set is_active = false, refused_epoch = $3
     where connection_id = $1 and platform_shop_id = $2 and is_active is distinct from false returning 1`,
    [connectionId, shopId, epoch],
  );
  if (noted.rows.length > 0) await askRescore(tx, connectionId);
}

/** Takes that back for shops that were read since. One that was not active at the consent itself stays so. */
export async function noteActiveShops(
  tx: Sql,
  { connectionId, epoch }: Consent,
  shopIds: readonly string[],
): Promise<void> {
  await tx.query(
    `update public.shops set is_active = true, refused_epoch = null
     where connection_id = $1 and refused_epoch = $2 and platform_shop_id = any ($3::text[])`,
    [connectionId, epoch, shopIds],
  );
}
