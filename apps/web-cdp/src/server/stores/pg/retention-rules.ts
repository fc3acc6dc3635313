import "server-only";

/** How long rows of one table are kept, and which ones are past it. */
export interface RetentionRule {
  readonly table: string;
  /** In words, for whoever reads the report. */
  readonly keeps: string;
  /** A condition on the table, named `t`. */
  readonly past: string;
  /** `erasing`: rows that are immutable otherwise; `connection`: with an entry in the ledger. */
  readonly removal?: "erasing" | "connection";
}

/** Twice the window of a score, so that a late refund or settlement still finds its order. */
const incomePast = (seconds: string) => `${seconds} < extract(epoch from now() - interval '180 days')`;
const incomeKeeps = "180 days after the last event";

/** A busy shop is scored up to once a minute. A complete score is not given up for one with doubts. */
const betweenImports = `(t.run_id is null and t.created_at < now() - interval '7 days'
  and exists (
    select from public.score_snapshots later
    where later.wallet_address = t.wallet_address and later.created_at > t.created_at
      and later.created_at < date_trunc('day', t.created_at, 'UTC') + interval '1 day' and (t.provisional or not later.provisional))
  and not exists (select from public.signed_scores s where s.snapshot_id = t.id)
  and not exists (select from public.access_log l where (l.wallet_address, l.snapshot_id) = (t.wallet_address, t.id))
  and not exists (select from public.adverse_actions a where (a.wallet_address, a.snapshot_id) = (t.wallet_address, t.id)))`;

/** Children first: what belongs to a statement is judged by it. Periods are documented in docs/security.md. */
export const retentionRules: readonly RetentionRule[] = [
  {
    table: "public.business_connections",
    keeps: "12 months after it was disconnected",
    past: "t.status = 'disconnected' and t.updated_at < now() - interval '12 months'",
    removal: "connection",
  },
  { table: "public.orders", keeps: incomeKeeps, past: incomePast("greatest(t.create_time, t.update_time)") },
  { table: "public.returns", keeps: incomeKeeps, past: incomePast("greatest(t.create_time, t.update_time)") },
  {
    table: "public.settlements",
    keeps: "as long as their statement, and 30 days without one",
    // A statement's rows come after it: those without one are what was left when it went.
    past: `exists (
      select from public.statements s
      where (s.connection_id, s.shop_id, s.id) = (t.connection_id, t.shop_id, t.statement_id)
        and ${incomePast("greatest(s.statement_time, s.payment_time)")})
      or t.first_seen_at < now() - interval '30 days' and not exists (
        select from public.statements s
        where (s.connection_id, s.shop_id, s.id) = (t.connection_id, t.shop_id, t.statement_id))`,
  },
  { table: "public.statements", keeps: incomeKeeps, past: incomePast("greatest(t.statement_time, t.payment_time)") },
  { table: "public.payouts", keeps: incomeKeeps, past: incomePast("greatest(t.create_time, t.paid_time)") },
  { table: "public.commissions", keeps: incomeKeeps, past: incomePast("greatest(t.create_time, t.delivery_time)") },
  { table: "public.rejected_rows", keeps: "180 days", past: "t.created_at < now() - interval '180 days'" },
  {
    table: "public.sync_runs",
    keeps: "30 days, and the newest finished one",
    past: `t.finished_at < now() - interval '30 days' and exists (
      select from public.sync_runs newer
      where newer.connection_id = t.connection_id and newer.state = 'done' and newer.finished_at > t.finished_at)`,
  },
  {
    table: "public.score_snapshots",
    keeps:
      "25 months, and the newest of a wallet; 7 days between two imports, but for the last of a day and what was shown or signed",
    past: `(t.created_at < now() - interval '25 months' or ${betweenImports}) and exists (
      select from public.score_snapshots newer
      where newer.wallet_address = t.wallet_address and newer.created_at > t.created_at)`,
    removal: "erasing",
  },
  {
    table: "public.shares",
    keeps: "25 months after it ended",
    past: "least(t.revoked_at, t.expires_at) < now() - interval '25 months'",
  },
  {
    table: "app_private.webhook_inbox",
    keeps: "30 days, longer than any replay of the platform",
    past: "t.received_at < now() - interval '30 days' and t.state <> 'pending'",
  },
  {
    table: "app_private.rereads",
    keeps: "30 days, and no longer than the connection lives",
    past: `exists (
      select from public.business_connections c where c.id = t.connection_id
        and (not c.is_active or (t.state <> 'waiting' and t.due_at < now() - interval '30 days')))`,
  },
  { table: "app_private.request_pace", keeps: "30 days", past: "t.updated_at < now() - interval '30 days'" },
  { table: "app_private.sessions", keeps: "1 day after the end", past: "t.expires_at < now() - interval '1 day'" },
  { table: "app_private.oauth_transactions", keeps: "10 minutes", past: "t.expires_at < now()" },
  { table: "app_private.auth_challenges", keeps: "5 minutes", past: "t.expires_at < now()" },
  { table: "app_private.confirmations", keeps: "5 minutes", past: "t.expires_at < now()" },
  { table: "app_private.used_codes", keeps: "24 hours", past: "t.created_at < now() - interval '24 hours'" },
  { table: "app_private.idempotency_keys", keeps: "24 hours", past: "t.created_at < now() - interval '24 hours'" },
  { table: "app_private.rate_limits", keeps: "1 day", past: "t.window_start < now() - interval '1 day'" },
  { table: "app_private.revoked_scores", keeps: "until it would have expired", past: "t.expires_at < now()" },
  { table: "app_private.revocations", keeps: "13 months", past: "t.at < now() - interval '13 months'" },
  { table: "app_private.workers", keeps: "1 day", past: "t.last_seen_at < now() - interval '1 day'" },
];
