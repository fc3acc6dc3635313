/*
 * What each identity may do with each relation, written out by hand. A relation that is not here fails the matrix,
 * so a new table cannot arrive without somebody deciding who reads it.
 */

export type Verb = "select" | "insert" | "update" | "delete";
export type Party = "anon" | "no_wallet" | "owner" | "stranger" | "lender" | "service_role";

/** `own`: the rows of this wallet, and only those. `all`: every row. `none`: nothing to see. `denied`: refused (42501). */
export type Sight = "own" | "all" | "none" | "denied";

/** Who sees what of one relation; nobody but the database's owner ever writes through the Data API. */
export type Sights = Readonly<Record<Party, Sight>>;

const ownersRows: Sights = {
  anon: "denied",
  no_wallet: "none",
  owner: "own",
  stranger: "none",
  lender: "none",
  service_role: "all",
};

/** Shared rows are seen from both ends. */
const bothEnds: Sights = { ...ownersRows, lender: "own" };

const reference: Sights = {
  anon: "denied",
  no_wallet: "all",
  owner: "all",
  stranger: "all",
  lender: "all",
  service_role: "all",
};

const nobodys: Sights = {
  anon: "denied",
  no_wallet: "denied",
  owner: "denied",
  stranger: "denied",
  lender: "denied",
  service_role: "denied",
};

export const oracle: Readonly<Record<string, Sights>> = {
  "public.accounts": ownersRows,
  "public.business_connections": ownersRows,
  "public.shops": ownersRows,
  "public.orders": ownersRows,
  "public.returns": ownersRows,
  "public.statements": ownersRows,
  "public.settlements": ownersRows,
  "public.unsettled": ownersRows,
  "public.payouts": ownersRows,
  "public.products": ownersRows,
  "public.commissions": ownersRows,
  "public.shop_performance": ownersRows,
  "public.rejected_rows": ownersRows,
  "public.sync_runs": ownersRows,
  "public.sync_windows": ownersRows,
  "public.tie_outs": ownersRows,
  "public.tie_out_flags": ownersRows,
  "public.figure_row_sets": ownersRows,
  "public.figure_rows": ownersRows,
  "public.score_snapshots": ownersRows,
  "public.shares": bothEnds,
  "public.adverse_actions": bothEnds,
  "public.signed_scores": ownersRows,
  "public.access_log": ownersRows,
  "public.audit_log": ownersRows,
  "public.fx_rates": reference,
  "app_private.account_deletions": nobodys,
  "app_private.audit_heads": nobodys,
  "app_private.audit_recordings": nobodys,
  "app_private.auth_challenges": nobodys,
  "app_private.confirmations": nobodys,
  "app_private.connection_erasures": nobodys,
  "app_private.erasures": nobodys,
  "app_private.idempotency_keys": nobodys,
  "app_private.oauth_transactions": nobodys,
  "app_private.rate_limits": nobodys,
  "app_private.refresh_tokens": nobodys,
  "app_private.request_pace": nobodys,
  "app_private.rereads": nobodys,
  "app_private.rescores": nobodys,
  "app_private.revocations": nobodys,
  "app_private.revoked_scores": nobodys,
  "app_private.sessions": nobodys,
  "app_private.used_codes": nobodys,
  "app_private.webhook_inbox": nobodys,
  "app_private.webhook_topics": nobodys,
  "app_private.workers": nobodys,
  "app_private.write_probes": nobodys,
};

/** Columns that no signed-in person may name, in any clause, and not the service either. */
export const hiddenColumns: Readonly<Record<string, readonly string[]>> = {
  "public.business_connections": [
    "access_token",
    "token_version",
    "refresh_lease_id",
    "refresh_lease_until",
    "refresh_failures",
    "refresh_retry_at",
    "refresh_doubt_until",
    "refresh_refused_version",
  ],
  "public.shops": ["cipher", "refused_epoch"],
};

/** Which API roles may execute which of our functions in the schema public. */
export const functionRoles: Readonly<Record<string, readonly ("anon" | "authenticated" | "service_role")[]>> = {
  ...forAll(
    [
      "my_connections",
      "my_score",
      "my_inputs",
      "my_insights",
      "insights_of",
      "my_score_history",
      "score_history",
      "my_shares",
      "my_access_log",
      "my_adverse_actions",
      "my_rejected_rows",
      "my_sales",
      "my_signable_score",
      "my_signed_score",
      "my_signed_scores",
      "my_tie_out",
      "tie_out_page",
      "my_figure_rows",
      "figure_rows_page",
      "request_wallet",
      "iso_utc",
    ],
    ["authenticated", "service_role"],
  ),
  ...forAll(["my_export_parts", "my_export_page"], ["authenticated"]),
  ...forAll(
    [
      "export_held_aside",
      "begin_account_deletion",
      "mark_account_revoked",
      "read_account_deletion",
      "note_export",
      "create_auth_challenge",
      "take_auth_challenge",
      "create_confirmation",
      "take_confirmation",
      "open_session",
      "read_session",
      "close_session",
      "list_sessions",
      "revoke_sessions",
      "take_rate_limit",
      "create_oauth_transaction",
      "take_oauth_transaction",
      "claim_code",
      "prepare_connection",
      "complete_connection",
      "request_sync",
      "disconnect_connection",
      "claim_refresh",
      "commit_refresh",
      "fail_refresh",
      "create_share",
      "revoke_share",
      "list_shared_borrowers",
      "both_share_scores",
      "read_shared_score",
      "read_decision_basis",
      "draft_adverse_action",
      "mark_notice_sent",
      "read_shared_tie_out",
      "request_figure_rows",
      "store_webhook",
      "store_signed_score",
      "revoke_signed_score",
      "list_revoked_scores",
      "shared_signed_scores",
      "find_once",
      "call_once",
      "keep_response",
      "audit_health",
      "probe_writing",
      "health_check",
      "webhook_health",
      "live_marks",
    ],
    ["service_role"],
  ),
};

function forAll<Value>(names: readonly string[], value: Value): Record<string, Value> {
  return Object.fromEntries(names.map((name) => [name, value]));
}
