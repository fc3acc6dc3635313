import type { PlatformShop } from "@lendfriend/connector";
import type { Sandbox } from "@lendfriend/tiktokshop-sandbox";
import { sandboxConnector } from "./connect-persona.ts";
import { type BenchAccount, type ImportBench, syncDeps } from "./import-bench.ts";

/** What a call about the account's first shop carries, for asking the platform for its truth. */
export async function shopAccess(
  bench: ImportBench,
  sandbox: Sandbox,
  { connectionId }: BenchAccount,
): Promise<{ readonly accessToken: string; readonly shop: PlatformShop }> {
  const connector = sandboxConnector(sandbox);
  const { accessToken } = await syncDeps(bench, connector).freshToken({ connectionId, connector, epoch: 1 });
  const { rows } = await bench.pool.query<{ id: string; cipher: string }>(
    `select platform_shop_id as id, cipher from public.shops where connection_id = $1 order by platform_shop_id`,
    [connectionId],
  );
  const [shop = { id: "", cipher: "" }] = rows;
  return { accessToken, shop: { ...shop, name: "", region: "US", sellerType: "", isActive: true } };
}
