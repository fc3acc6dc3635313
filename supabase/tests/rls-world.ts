import { randomUUID } from "node:crypto";
import type pg from "pg";
import { draftDecision } from "./adverse-actions.ts";
import { fillEveryTable } from "./every-table.ts";
import { storeFigureRows } from "./figure-rows.ts";
import {
  anon,
  call,
  connect,
  type Identity,
  newWallet,
  openSession,
  serviceRole,
  shopInput,
  signedIn,
} from "./harness.ts";
import { hiddenColumns, oracle, type Party } from "./rls-oracle.ts";
import { storeSnapshot } from "./scores.ts";
import { storeSignedScore } from "./signed-scores.ts";
import { storeTieOut } from "./tie-outs.ts";

/** Two owners with a row in every table, and a lender to whom the first one shares everything. */
export interface World {
  readonly owner: string;
  readonly ownersConnection: string;
  readonly stranger: string;
  readonly lender: string;
}

export const parties = [
  "anon",
  "no_wallet",
  "owner",
  "stranger",
  "lender",
  "service_role",
] as const satisfies readonly Party[];

export const exposed: readonly string[] = Object.keys(oracle).filter((relation) => relation.startsWith("public."));
export const unexposed: readonly string[] = Object.keys(oracle).filter((relation) => !relation.startsWith("public."));

export async function makeWorld(pool: pg.Pool): Promise<World> {
  const [owner, stranger] = [await makeOwner(pool), await makeOwner(pool)];
  const lender = newWallet();
  await openSession(pool, lender);
  await call(pool, "create_share", {
    p_wallet: owner.wallet,
    p_lender: lender,
    p_scope: "metrics",
    p_purpose: "loan",
    p_expires_at: "2999-01-01T00:00:00Z",
  });
  await call(pool, "read_shared_score", { p_lender: lender, p_borrower: owner.wallet });
  await draftDecision(pool, lender, owner.wallet);
  return { owner: owner.wallet, ownersConnection: owner.connectionId, stranger: stranger.wallet, lender };
}

async function makeOwner(pool: pg.Pool): Promise<{ wallet: string; connectionId: string }> {
  const shop = shopInput();
  const { wallet, connectionId } = await connect(pool, { shops: [shop] });
  await fillEveryTable(pool, { wallet, connectionId, shopId: shop.id });
  const snapshot = await storeSnapshot(pool, wallet);
  await storeTieOut(pool, wallet, snapshot, shop.id);
  await storeFigureRows(pool, wallet, snapshot, shop.id);
  await storeSignedScore(pool, wallet, snapshot);
  return { wallet, connectionId };
}

export function identityOf(world: World, party: Party): Identity {
  const identities: Record<Party, () => Identity> = {
    anon: () => anon,
    no_wallet: () => ({ role: "authenticated", claims: { role: "authenticated", sub: randomUUID() } }),
    owner: () => signedIn(world.owner),
    stranger: () => signedIn(world.stranger),
    lender: () => signedIn(world.lender),
    service_role: () => serviceRole,
  };
  return identities[party]();
}

/** Which column says whose a row is; null for rows that belong to everybody. */
export function ownerColumn(relation: string): "wallet_address" | "tenant" | "connection_id" | null {
  const byWallet = [
    "accounts",
    "business_connections",
    "score_snapshots",
    "tie_outs",
    "tie_out_flags",
    "figure_row_sets",
    "figure_rows",
    "signed_scores",
    "shares",
    "adverse_actions",
    "access_log",
  ];
  if (relation === "public.fx_rates") return null;
  if (relation === "public.audit_log") return "tenant";
  return byWallet.includes(relation.split(".")[1] ?? "") ? "wallet_address" : "connection_id";
}

/** A condition that holds for the owner's rows of a relation. */
export function ownersRows(world: World, relation: string): string {
  const column = ownerColumn(relation);
  if (column === null) return "true";
  return `${column} = '${column === "connection_id" ? world.ownersConnection : world.owner}'`;
}

/** A column that its owner may read and that can be written to at all. */
export async function readableColumn(pool: pg.Pool, relation: string): Promise<string> {
  const hidden = hiddenColumns[relation] ?? [];
  const { rows } = await pool.query<{ name: string }>(
    `select attname as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attidentity = '' order by attnum`,
    [relation],
  );
  return rows.find(({ name }) => !hidden.includes(name))?.name ?? "";
}
