import { type Guard, inMigrations, inServer, inSqlTests } from "./guard.ts";

const signIn = { tests: inSqlTests("sign-in") };
const opened = { file: inMigrations("20261130080000_account_proofs.sql"), ...signIn };
const sessions = { file: inMigrations("20261125002100_sessions.sql"), ...signIn };
const limits = { file: inMigrations("20261130020000_staggered_windows.sql"), ...signIn };
const begun = { file: inMigrations("20261129170000_consent_of_a_session.sql"), ...signIn };
const taken = { file: inMigrations("20261129161000_consent_language.sql"), ...signIn };
const clocks = { file: inMigrations("20261129114900_clocks.sql") };
const sharing = { file: inMigrations("20261123001000_sharing.sql"), tests: inSqlTests("sharing") };
const signed = { file: inMigrations("20261125001900_signed_scores.sql"), tests: inSqlTests("signed-scores") };
const stored = { ...signed, file: inMigrations("20261130091000_signed_scores_of_a_shop.sql") };
const connecting = { file: inMigrations("20261123000800_connecting.sql"), tests: inSqlTests("connecting") };
const completing = { file: inMigrations("20261130060000_one_account_a_shop.sql"), tests: inSqlTests("connecting") };
const disconnecting = { ...connecting, file: inMigrations("20261130090000_large_erasures.sql") };
const leaving = { ...disconnecting, tests: inSqlTests("large-erasures") };
const refreshing = {
  file: inMigrations("20261129160000_refresh_doubts.sql"),
  tests: inSqlTests("refreshing"),
};
const restored = { ...refreshing, file: inMigrations("20261129171000_restored_topics.sql") };
const deletion = {
  file: inMigrations("20261129111600_account_deletion.sql"),
  tests: inSqlTests("account-deletion"),
};
const heldAside = {
  file: inMigrations("20261130060002_deliveries_by_key.sql"),
  tests: inSqlTests("exporting"),
};
const deliveries = { file: inMigrations("20261129133100_deliveries_of.sql") };
const scores = { file: inMigrations("20261123000700_scores_and_shares.sql") };
const audit = { file: inMigrations("20261123000300_audit.sql") };
const chain = {
  file: inMigrations("20261129114901_audit_verify_speed.sql"),
  tests: inServer("audit/verify-audit.int.test.ts"),
};
const minted = {
  file: inServer("stores/wallet-client.ts"),
  tests: inServer("stores/wallet-client.test.ts"),
};
const tieOuts = { file: inMigrations("20261125001700_tie_out.sql"), tests: inSqlTests("tie-outs") };
const heads = {
  file: inServer("audit/verify-heads.ts"),
  tests: inServer("audit/heads.int.test.ts"),
};
const matrix = { tests: inSqlTests("rls-matrix") };
const catalogue = { tests: inSqlTests("rls-catalogue") };

/** Guards of whose something is, and of what nobody may change. */
export const accessGuards: readonly Guard[] = [
  {
    ...limits,
    name: "not everybody that was held back is let in at one moment",
    find: "(hashtext(v_key)::bigint + 2147483648)",
    replace: "0",
  },
  {
    ...limits,
    name: "a limit is counted over parallel callers",
    find: "set count = counted.count + 1",
    replace: "set count = counted.count",
  },
  {
    ...opened,
    name: "a session ends twelve hours after its sign-in",
    find: "now() + interval '12 hours'",
    replace: "now() + interval '12 days'",
  },
  {
    ...opened,
    name: "a contract on another chain is not the account's",
    find: "if p_proved_by <> v_account.proved_by then",
    replace: "if p_proved_by is null and v_account.id is null then",
  },
  {
    ...opened,
    name: "an account keeps twenty sessions",
    find: "order by last_seen_at desc, id offset 19",
    replace: "order by last_seen_at desc, id offset 1900",
  },
  {
    ...opened,
    name: "the first proof of an account stays its proof",
    find: "coalesce(known.proved_by, p_proved_by)",
    replace: "p_proved_by",
  },
  {
    ...clocks,
    ...signIn,
    name: "a session that is over is dead",
    find: "v_session.expires_at <= now() or ",
    replace: "",
  },
  {
    ...clocks,
    ...signIn,
    name: "a session that is left alone is dead",
    find: " or v_session.last_seen_at <= now() - interval '30 minutes' then",
    replace: " then",
  },
  {
    ...sessions,
    name: "one's own sessions only are listed",
    find: "where account_id = app_private.require_uuid(p_account_id, 'p_account_id')\n    and revoked_at is null",
    replace: "where revoked_at is null",
  },
  {
    ...sessions,
    name: "a consent under way ends with its session",
    find: "  delete from app_private.oauth_transactions where session_id = any (v_ended);\n",
    replace: "",
  },
  {
    ...begun,
    name: "a consent is begun for the session's wallet",
    find: " and wallet = v_wallet and revoked_at is null",
    replace: " and revoked_at is null",
  },
  {
    ...begun,
    name: "a consent is begun in an open session",
    find: " and wallet = v_wallet and revoked_at is null",
    replace: " and wallet = v_wallet",
  },
  {
    ...begun,
    name: "a session has five consents under way at most",
    find: "state_hash offset 4",
    replace: "state_hash offset 400",
  },
  {
    ...begun,
    name: "consents that begin at once are counted together",
    find: " and revoked_at is null for update;",
    replace: " and revoked_at is null;",
  },
  {
    ...taken,
    name: "an expired state is refused",
    find: "      and expires_at > now()\n    returning wallet, account, market, consent_text",
    replace: "    returning wallet, account, market, consent_text",
  },
  {
    ...taken,
    name: "a state is for one platform",
    find: "      and platform = p_platform\n      and expires_at",
    replace: "      and expires_at",
  },
  {
    ...sharing,
    name: "nobody but the borrower takes a share back",
    find: "    and wallet_address = app_private.require_wallet(p_wallet, 'p_wallet') and revoked_at is null\n",
    replace: "    and revoked_at is null\n",
  },
  {
    ...sharing,
    name: "a list of borrowers shows no score of a tier share",
    file: inMigrations("20261130070000_listed_scores.sql"),
    find: "case when (listed.share).scope = 'tier' then null else snapshot.report -> 'score' end",
    replace: "snapshot.report -> 'score'",
  },
  {
    ...sharing,
    name: "an account's name is shown with metrics only",
    file: inMigrations("20261129111200_shared_insights.sql"),
    find: "case when v_share.scope = 'metrics' then display_name end",
    replace: "display_name",
  },
  {
    ...sharing,
    name: "a share ends in the future",
    file: inMigrations("20261130070001_bounded_shares.sql"),
    find: "  if v_expires <= now() then",
    replace: "  if false then",
  },
  {
    ...sharing,
    name: "a wallet has so many live shares and no more",
    file: inMigrations("20261130070001_bounded_shares.sql"),
    find: ") >= 100 then",
    replace: ") >= 1000 then",
  },
  {
    ...sharing,
    name: "live shares are counted one at a time",
    file: inMigrations("20261130070001_bounded_shares.sql"),
    find: "  perform pg_advisory_xact_lock(hashtextextended('shares:' || v_wallet, 0));\n",
    replace: "",
  },
  {
    ...sharing,
    name: "ended shares push no live one out of a list",
    file: inMigrations("20261130070001_bounded_shares.sql"),
    find: "    order by status = 'live' desc, created_at desc, id limit 500\n",
    replace: "    order by created_at desc, id limit 500\n",
  },
  {
    ...signed,
    name: "nobody but its borrower revokes a signed score",
    find: "    and wallet_address = app_private.require_wallet(p_wallet, 'p_wallet') and revoked_at is null\n  returning id into v_id",
    replace: "    and revoked_at is null\n  returning id into v_id",
  },
  {
    ...stored,
    name: "a signed score is about its own wallet",
    find: "  if v_statement ->> 'subject' is distinct from v_wallet then",
    replace: "  if false then",
  },
  {
    ...stored,
    name: "an own score only is signed",
    find: " and wallet_address = v_wallet and not provisional\n",
    replace: " and not provisional\n",
  },
  {
    ...stored,
    name: "a provisional score is not signed",
    find: " and wallet_address = v_wallet and not provisional\n",
    replace: " and wallet_address = v_wallet\n",
  },
  {
    ...signed,
    name: "a stored signature lives 90 days at most",
    find: " and expires_at <= issued_at + interval '90 days'",
    replace: "",
  },
  {
    ...signed,
    name: "nothing is signed for a wallet that has no account",
    file: inMigrations("20261130022000_scores_of_no_account.sql"),
    find: " and own.is_active)",
    replace: ")",
  },
  {
    name: "what a disconnected account brought leaves the score",
    file: inMigrations("20261130022000_scores_of_no_account.sql"),
    find: "when (new.status = 'disconnected' and old.status <> 'disconnected')",
    replace: "when (false)",
    tests: inSqlTests("erasing"),
  },
  { ...stored, name: "fifty signed scores are live at most", find: ">= 50 then", replace: ">= 5000 then" },
  { ...stored, name: "sixty scores are signed a day at most", find: ">= 60 then", replace: ">= 6000 then" },
  {
    ...signed,
    name: "a signature of erased figures is revoked",
    find: "create trigger an_erased_score_is_revoked after delete on public.signed_scores\n  for each row",
    replace:
      "create trigger an_erased_score_is_revoked after delete on public.signed_scores\n  for each row when (false)",
  },
  {
    ...signed,
    name: "a tier share tells nothing of signed scores",
    find: " and share.scope <> 'tier'",
    replace: "",
  },
  {
    ...signed,
    name: "a list of signed scores shows no salt",
    find: "jsonb_agg(leaf -> 'claim' order by place)",
    replace: "jsonb_agg(leaf order by place)",
  },
  {
    ...connecting,
    name: "nobody imports somebody else's connection",
    find: "    and wallet_address = app_private.require_wallet(p_wallet, 'p_wallet')\n  for update;\n  if not found then\n    return jsonb_build_object('error', 'not_found');\n  end if;\n  if v_connection.status in",
    replace:
      "  for update;\n  if not found then\n    return jsonb_build_object('error', 'not_found');\n  end if;\n  if v_connection.status in",
  },
  {
    ...disconnecting,
    name: "nobody disconnects somebody else's connection",
    find: "    and wallet_address = app_private.require_wallet(p_wallet, 'p_wallet')\n  for update;\n  if not found then\n    return jsonb_build_object('error', 'not_found');\n  end if;\n  v_answer :=",
    replace:
      "  for update;\n  if not found then\n    return jsonb_build_object('error', 'not_found');\n  end if;\n  v_answer :=",
  },
  {
    ...disconnecting,
    name: "disconnecting forgets the refresh token",
    find: "  delete from app_private.refresh_tokens where connection_id = v_connection.id;\n",
    replace: "",
  },
  {
    ...disconnecting,
    name: "disconnecting stops the import",
    find: "  perform app_private.cancel_open_run(v_connection.id);\n",
    replace: "",
  },
  {
    ...disconnecting,
    name: "disconnecting ends the connection's life",
    find: "    epoch = epoch + 1, access_token = null,",
    replace: "    access_token = null,",
  },
  {
    ...leaving,
    name: "very many rows are not removed while somebody waits",
    find: "if app_private.has_many_rows(v_connection) then",
    replace: "if false then",
  },
  {
    ...leaving,
    name: "what rests on scores counts as rows of each connection",
    find: "    union all select from public.figure_rows where wallet_address = p_connection.wallet_address\n",
    replace: "",
  },
  {
    ...leaving,
    name: "flags of scores count as rows of each connection",
    find: "    union all select from public.tie_out_flags where wallet_address = p_connection.wallet_address\n",
    replace: "",
  },
  {
    ...leaving,
    name: "rows behind figures leave with their score",
    find: "alter policy figure_rows_owner_can_read on public.figure_rows\n  using (wallet_address = (select public.request_wallet()) and",
    replace:
      "alter policy figure_rows_owner_can_read on public.figure_rows\n  using (wallet_address = (select public.request_wallet()) or",
  },
  {
    ...leaving,
    name: "flags leave with their score",
    find: "alter policy tie_out_flags_owner_can_read on public.tie_out_flags\n  using (wallet_address = (select public.request_wallet()) and",
    replace:
      "alter policy tie_out_flags_owner_can_read on public.tie_out_flags\n  using (wallet_address = (select public.request_wallet()) or",
  },
  {
    ...disconnecting,
    name: "deliveries are erased before their connection is locked",
    find: "  if v_erase = 'delete' then\n    -- Before",
    replace: "  if false then\n    -- Before",
    tests: inSqlTests("erasing"),
  },
  {
    ...stored,
    name: "signed files are counted by shop",
    find: "    union select 'shop ' || own.platform || ' ' || shop.platform_shop_id from public.shops as shop\n",
    replace: "    union select 'shop ' || own.id from public.shops as shop\n",
  },
  {
    name: "the service reads no sealed token",
    file: inMigrations("20261130092000_sealed_tokens.sql"),
    find: "    execute format('revoke select on %s from service_role', v_table);\n",
    replace: "",
    tests: inSqlTests("rls-matrix"),
  },
  {
    name: "a table whose removal fails holds up no other",
    file: inServer("stores/pg/retention.ts"),
    find: "failures.push(new Error(rule.table, { cause: error }));",
    replace: "throw error;",
    tests: inServer("stores/pg/retention.int.test.ts"),
  },
  {
    name: "a restored backup is rid of what had left its wallet",
    file: inServer("deletions/replay-deletions.ts"),
    find: "(await finishErasures(pool)) + ",
    replace: "0 * Number(finishErasures.length) + ",
    tests: inServer("deletions/replay-deletions.int.test.ts"),
  },
  {
    ...leaving,
    name: "few rows are removed at once",
    find: "select count(*) = 20000 from",
    replace: "select count(*) >= 0 from",
  },
  {
    ...leaving,
    name: "what leaves its wallet takes its scores along",
    find: "  update public.score_snapshots set wallet_address = v_nobody where wallet_address = v_wallet;\n",
    replace: "",
  },
  {
    ...leaving,
    name: "what leaves its wallet leaves no signed score",
    find: "  delete from public.signed_scores where wallet_address = v_wallet;\n",
    replace: "",
  },
  {
    ...leaving,
    name: "whoever signs a score that leaves is waited for",
    find: "  perform 1 from public.score_snapshots where wallet_address = v_wallet for update;\n",
    replace: "",
  },
  {
    ...leaving,
    name: "the last connection that leaves takes every share back",
    find: "    update public.shares set revoked_at = now() where wallet_address = v_wallet and revoked_at is null;\n",
    replace: "    null;\n",
  },
  {
    ...leaving,
    name: "what leaves its wallet is on the ledger at once",
    find: "  values (app_private.wallet_hash(v_wallet), p_connection.id,",
    replace: "  values (app_private.wallet_hash(v_nobody), p_connection.id,",
  },
  {
    ...leaving,
    name: "a snapshot goes to nobody but a connection that left",
    find: "    if exists (select from app_private.connection_erasures where nobody = new.wallet_address) then\n",
    replace: "    if true then\n",
  },
  {
    ...leaving,
    name: "two workers do not erase one connection",
    find: "for update of own skip locked",
    replace: "for update of own",
  },
  {
    ...completing,
    name: "a consent that was overtaken is a conflict",
    find: " or v_stored.epoch <> v_epoch - 1",
    replace: "",
  },
  {
    ...completing,
    name: "a refusal of a shop that somebody holds is on record",
    find: "    perform app_private.append_audit(v_wallet, v_wallet, 'fraud.shop_already_connected', v_platform || ':' || v_account,\n      jsonb_build_object('shops', cardinality(v_shop_ids)));\n",
    replace: "",
  },
  {
    ...completing,
    name: "a shop is held by one account of a wallet",
    find: "  if v_holder is not null then",
    replace: "  if false then",
  },
  {
    ...completing,
    name: "an account that was disconnected holds no shop",
    find: " and held.is_active\n    and held.wallet_address = p_wallet",
    replace: "\n    and held.wallet_address = p_wallet",
  },
  {
    ...deliveries,
    name: "the last connection takes every share with it",
    find: "    update public.shares set revoked_at = now() where wallet_address = v_wallet and revoked_at is null;\n",
    replace: "    null;\n",
    tests: inSqlTests("erasing"),
  },
  {
    ...deliveries,
    name: "what was erased is in the ledger",
    find: "  insert into app_private.erasures (wallet_hash, connection_id, what)\n  values (encode(sha256(convert_to(v_wallet, 'UTF8')), 'hex'), p_connection.id, 'connection, income rows, scores');\n",
    replace: "",
    tests: inSqlTests("erasing"),
  },
  {
    ...heldAside,
    name: "an export holds one's own sessions only",
    find: "from app_private.sessions where wallet = v_wallet and id",
    replace: "from app_private.sessions where id",
  },
  {
    ...heldAside,
    name: "an export holds objects of one's own connections only",
    find: "where v_part <= 'rereads' and own.wallet_address = v_wallet",
    replace: "where v_part <= 'rereads'",
  },
  {
    name: "an export names tables of its list only",
    file: inMigrations("20261130060003_export_pages.sql"),
    find: "  if p_part is null or not public.my_export_parts() ? p_part then",
    replace: "  if p_part is null then",
    tests: inSqlTests("exporting"),
  },
  {
    name: "a live page is told nothing of a session that has ended",
    file: inMigrations("20261129141500_waiting_imports.sql"),
    find: "    and session.revoked_at is null and session.expires_at > now()\n",
    replace: "",
    tests: inServer("stores/live-store.int.test.ts"),
  },
  {
    ...refreshing,
    name: "only the present leader judges a connection",
    find: "where id = v_id and refresh_lease_id = p_lease_id for update",
    replace: "where id = v_id for update",
  },
  {
    ...refreshing,
    name: "a doubt holds a judgement up no longer than it was given",
    find: " and c.refresh_doubt_until <= now() + interval '20 seconds' then",
    replace: " then",
    tests: inSqlTests("clocks"),
  },
  {
    ...clocks,
    name: "a cool-down lasts an hour at most",
    find: " and c.refresh_retry_at <= now() + interval '1 hour'",
    replace: "",
    tests: inSqlTests("clocks"),
  },
  {
    ...clocks,
    name: "no token of a connection that has ended is handed out",
    find: "c.status in ('disconnected', 'needs_reconnect') or c.access_token is null",
    replace: "c.access_token is null",
    tests: refreshing.tests,
  },
  {
    ...restored,
    name: "a shop's topics are due at once when its authorisation comes back",
    find: "state = 'waiting', tries = 0, due_at = now()",
    replace: "state = state",
  },
  {
    ...restored,
    name: "topics that the platform refused for good are not asked for again",
    find: "    and (state = 'waiting' or (state = 'refused' and error_code in ('token_invalid', 'refresh_rejected')));",
    replace: "    and state <> 'set';",
  },
  {
    ...restored,
    name: "topics that are set stay set",
    find: "    and (state = 'waiting' or (state = 'refused' and error_code in ('token_invalid', 'refresh_rejected')));",
    replace: "    and (error_code is null or error_code <> 'scope_missing');",
  },
  {
    ...deletion,
    name: "no session begins in an account that is being deleted",
    find: "before insert on app_private.sessions\n  for each row",
    replace: "before insert on app_private.sessions\n  for each row when (false)",
  },
  {
    ...deletion,
    name: "no connection begins in an account that is being deleted",
    find: "for each row when (new.is_active) execute",
    replace: "for each row when (false) execute",
  },
  {
    ...deletion,
    name: "no share begins in an account that is being deleted",
    find: "before insert on public.shares\n  for each row",
    replace: "before insert on public.shares\n  for each row when (false)",
  },
  {
    ...deletion,
    name: "nothing is signed for an account that is being deleted",
    find: "before insert on public.signed_scores\n  for each row",
    replace: "before insert on public.signed_scores\n  for each row when (false)",
  },
  {
    ...deletion,
    name: "no score is stored for an account that is being deleted",
    find: "before insert on public.score_snapshots\n  for each row",
    replace: "before insert on public.score_snapshots\n  for each row when (false)",
  },
  {
    ...deletion,
    name: "no audit log begins in the name of an erased account",
    find: "create trigger audit_log_refuses_erased before insert on public.audit_log\n  for each row",
    replace: "create trigger audit_log_refuses_erased before insert on public.audit_log\n  for each row when (false)",
  },
  {
    ...deletion,
    name: "a deletion revokes every signed score at once",
    find: "  update public.signed_scores set revoked_at = now() where wallet_address = v_wallet and revoked_at is null;\n",
    replace: "",
  },
  {
    ...deletion,
    name: "a deletion forgets every refresh token at once",
    find: "  delete from app_private.refresh_tokens where connection_id in (\n    select id from public.business_connections where wallet_address = v_wallet);\n",
    replace: "",
  },
  {
    ...scores,
    name: "a score is never changed",
    find: "create trigger score_snapshots_are_immutable before update or delete",
    replace: "create trigger score_snapshots_are_immutable before delete",
    tests: inSqlTests("ledgers"),
  },
  {
    ...scores,
    name: "scores are never emptied",
    find: "create trigger score_snapshots_cannot_be_emptied before truncate on public.score_snapshots\n  for each statement",
    replace:
      "create trigger score_snapshots_cannot_be_emptied before truncate on public.score_snapshots\n  for each statement when (false)",
    tests: inSqlTests("ledgers"),
  },
  {
    ...scores,
    name: "who looked is never changed",
    find: "create trigger access_log_is_append_only before update or delete on",
    replace: "create trigger access_log_is_append_only before delete on",
    tests: inSqlTests("ledgers"),
  },
  {
    ...audit,
    name: "the audit log is never changed",
    find: "create trigger audit_log_is_append_only before update or delete on",
    replace: "create trigger audit_log_is_append_only before delete on",
    tests: inSqlTests("ledgers"),
  },
  {
    ...audit,
    name: "the audit log is never emptied",
    find: "create trigger audit_log_cannot_be_emptied before truncate on public.audit_log\n  for each statement",
    replace:
      "create trigger audit_log_cannot_be_emptied before truncate on public.audit_log\n  for each statement when (false)",
    tests: inSqlTests("ledgers"),
  },
  {
    ...chain,
    name: "an edited entry breaks its chain",
    find: "prev_hash = coalesce(lag(hash) over by_seq, '') and hash = encode(",
    replace: "prev_hash = coalesce(lag(hash) over by_seq, '') and hash <> encode(",
  },
  {
    ...chain,
    name: "an entry that was taken out breaks its chain",
    find: "where seq <> position or not holds",
    replace: "where not holds and seq = position",
  },
  {
    ...chain,
    name: "a chain that was cut off is told",
    find: "(head.seq, head.hash) is distinct from",
    replace: "(head.seq, head.hash) is null and (head.seq, head.hash) is distinct from",
  },
  {
    name: "a delivery under a known id with another body is never acted on",
    file: inMigrations("20261125001600_rereads.sql"),
    find: "p_effect, v_time, 'conflict'",
    replace: "p_effect, v_time, 'pending'",
    tests: inSqlTests("ledgers"),
  },
  {
    name: "a key of one person opens no answer of another's",
    file: inMigrations("20261129112400_idempotency.sql"),
    find: "  where account_id = app_private.require_uuid(p_account_id, 'p_account_id')\n    and key = app_private.require_uuid(p_key, 'p_key') and created_at",
    replace: "  where key = app_private.require_uuid(p_key, 'p_key') and created_at",
    tests: inServer("stores/once-store.int.test.ts"),
  },
  {
    name: "a confirmation is of the session that asked",
    file: inMigrations("20261130080000_account_proofs.sql"),
    find: "where session_id = app_private.require_uuid(p_session_id, 'p_session_id') and message = p_message",
    replace: "where message = p_message",
    tests: inSqlTests("confirmations"),
  },
  {
    name: "a look at the basis of a decision is logged",
    file: inMigrations("20261129104300_adverse_actions.sql"),
    find: "  insert into public.access_log (wallet_address, lender, share_id, scope, snapshot_id)\n  values (p_borrower, p_lender, v_share.id, v_share.scope, v_snapshot.id);\n",
    replace: "",
    tests: inSqlTests("adverse-actions"),
  },
  {
    name: "a share that was taken back is told outside of the database",
    file: inMigrations("20261129115600_revocations_recorded.sql"),
    find: "create trigger a_revoked_share_is_noted after update of revoked_at on public.shares\n  for each row when (new.revoked_at is not null)",
    replace:
      "create trigger a_revoked_share_is_noted after update of revoked_at on public.shares\n  for each row when (false)",
    tests: inServer("deletions/replay-deletions.int.test.ts"),
  },
  {
    ...matrix,
    name: "people read rows of their own connections only",
    file: inMigrations("20261123000600_income.sql"),
    find: "create policy orders_owner_can_read on public.orders for select to authenticated\n  using (connection_id = any (array(\n    select id from public.business_connections where wallet_address = (select public.request_wallet())\n  )));",
    replace: "create policy orders_owner_can_read on public.orders for select to authenticated\n  using (true);",
  },
  {
    ...catalogue,
    name: "every table has row level security",
    file: inMigrations("20261123000600_income.sql"),
    find: "alter table public.payouts enable row level security;\n",
    replace: "",
  },
  {
    ...matrix,
    name: "people read their own scores only",
    file: scores.file,
    find: "create policy score_snapshots_owner_can_read on public.score_snapshots for select to authenticated\n  using (wallet_address = (select public.request_wallet()));",
    replace:
      "create policy score_snapshots_owner_can_read on public.score_snapshots for select to authenticated\n  using (true);",
  },
  {
    ...matrix,
    name: "borrowers alone read who looked",
    file: scores.file,
    find: "create policy access_log_borrower_can_read on public.access_log for select to authenticated\n  using (wallet_address = (select public.request_wallet()));",
    replace:
      "create policy access_log_borrower_can_read on public.access_log for select to authenticated\n  using (wallet_address = (select public.request_wallet()) or lender = (select public.request_wallet()));",
  },
  {
    ...matrix,
    name: "nobody reads a token",
    file: inMigrations("20261123000400_connections.sql"),
    find: "region, market, access_token_expires_at, epoch,\n  granted_scopes",
    replace: "region, market, access_token, access_token_expires_at, epoch,\n  granted_scopes",
  },
  {
    ...catalogue,
    name: "only the service writes",
    file: inMigrations("20261129114100_notices_sent.sql"),
    find: "revoke all on function public.mark_notice_sent from public, anon, authenticated, service_role;\n",
    replace: "",
  },
  {
    ...catalogue,
    name: "a function of the service's finds no table of another's",
    file: begun.file,
    find: "security definer set search_path = '' as",
    replace: "security definer as",
  },
  {
    name: "policies ask once for whose a query is",
    file: scores.file,
    find: "create policy score_snapshots_owner_can_read on public.score_snapshots for select to authenticated\n  using (wallet_address = (select public.request_wallet()));",
    replace:
      "create policy score_snapshots_owner_can_read on public.score_snapshots for select to authenticated\n  using (wallet_address = public.request_wallet());",
    tests: inSqlTests("splinter"),
  },
  {
    name: "a query of a person's ends after five seconds",
    file: inMigrations("20261129113614_statement_timeouts.sql"),
    find: "alter role authenticated set statement_timeout = '5s';",
    replace: "",
    tests: inSqlTests("data-api-limits"),
  },
  {
    ...minted,
    name: "a database token lives for a minute",
    find: "const lifeSeconds = 60;",
    replace: "const lifeSeconds = 3_600;",
  },
  {
    ...minted,
    name: "a database token names its session",
    find: "wallet_address: wallet, sid: sessionId })",
    replace: "wallet_address: wallet, sid: accountId })",
  },
  {
    ...minted,
    name: "a database token is a person's, whoever asks",
    find: 'role: "authenticated", wallet_address',
    replace: 'role: "service_role", wallet_address',
  },
  {
    ...tieOuts,
    name: "the money trail is shown with metrics only",
    find: " and scope = 'metrics';",
    replace: ";",
  },
  {
    ...tieOuts,
    name: "a look at the money trail is logged",
    find: "  insert into public.access_log (wallet_address, lender, share_id, scope, snapshot_id)\n  values (p_borrower, p_lender, v_share.id, v_share.scope, v_snapshot.id);\n",
    replace: "",
  },
  {
    ...signIn,
    name: "a code is remembered for a day",
    file: inMigrations("20261123000200_sign_in.sql"),
    find: "where created_at < now() - interval '24 hours';",
    replace: "where created_at < now() - interval '24 minutes';",
  },
  {
    ...signIn,
    name: "a browser has five sign-in messages at most",
    file: inMigrations("20261123000200_sign_in.sql"),
    find: "order by created_at desc offset 4",
    replace: "order by created_at desc offset 400",
  },
  {
    name: "a session has five confirmations at most",
    file: inMigrations("20261129113611_confirmations.sql"),
    find: "nonce_hash offset 4",
    replace: "nonce_hash offset 400",
    tests: inSqlTests("confirmations"),
  },
  {
    ...heads,
    name: "a record of heads is not written twice in a minute, however close two workers come",
    file: inServer("audit/record-heads.ts"),
    find: "if (!(await isOnlyWriter(tx))) return null;",
    replace: "",
  },
  {
    ...heads,
    name: "lines that were taken out of the record are told",
    find: "if (previous !== null && record.prev !== lineHash(previous)) gapsBeforeLines.push(line);",
    replace: "",
  },
  {
    ...heads,
    name: "lines that nobody of ours signed are told",
    find: "      unreadableLines.push(line);\n",
    replace: "",
  },
  {
    ...heads,
    name: "a chain that ended with its account excuses nothing later",
    find: " and e.at >= r.at and e.seq >= r.seq)",
    replace: ")",
  },
  {
    name: "a restored backup gives no share back",
    file: inServer("deletions/replay-deletions.ts"),
    find: 'await revoke(pool, "public.shares", idsOf("share"))',
    replace: 'await revoke(pool, "public.shares", idsOf("none"))',
    tests: inServer("deletions/replay-deletions.int.test.ts"),
  },
  {
    name: "what a statement left behind goes too",
    file: inServer("stores/pg/retention-rules.ts"),
    find: "      or t.first_seen_at < now() - interval '30 days' and not exists (",
    replace: "      or false and not exists (",
    tests: inServer("stores/pg/retention.int.test.ts"),
  },
  {
    name: "the newest score of a wallet outlives its period",
    file: inServer("stores/pg/retention-rules.ts"),
    find: "where newer.wallet_address = t.wallet_address and newer.created_at > t.created_at)",
    replace: "where newer.wallet_address = t.wallet_address)",
    tests: inServer("stores/pg/retention.int.test.ts"),
  },
  {
    name: "a score that is past its period goes",
    file: inServer("stores/pg/retention-rules.ts"),
    find: "t.created_at < now() - interval '25 months'",
    replace: "t.created_at < now() - interval '250 months'",
    tests: inServer("stores/pg/retention.int.test.ts"),
  },
  {
    name: "a score that somebody was shown stays",
    file: inServer("stores/pg/retention-rules.ts"),
    find: "(l.wallet_address, l.snapshot_id) = (t.wallet_address, t.id)",
    replace: "false",
    tests: inServer("stores/pg/retention.int.test.ts"),
  },
  {
    name: "a score that was signed stays",
    file: inServer("stores/pg/retention-rules.ts"),
    find: "where s.snapshot_id = t.id",
    replace: "where false",
    tests: inServer("stores/pg/retention.int.test.ts"),
  },
  {
    name: "a score on which somebody decided stays",
    file: inServer("stores/pg/retention-rules.ts"),
    find: "(a.wallet_address, a.snapshot_id) = (t.wallet_address, t.id)",
    replace: "false",
    tests: inServer("stores/pg/retention.int.test.ts"),
  },
  {
    name: "an import's score stays as long as scores do",
    file: inServer("stores/pg/retention-rules.ts"),
    find: "t.run_id is null and ",
    replace: "",
    tests: inServer("stores/pg/retention.int.test.ts"),
  },
  {
    name: "the last score of a day stays",
    file: inServer("stores/pg/retention-rules.ts"),
    find: "later.created_at < date_trunc('day', t.created_at, 'UTC') + interval '1 day'",
    replace: "true",
    tests: inServer("stores/pg/retention.int.test.ts"),
  },
  {
    name: "a complete score is not given up for one with doubts",
    file: inServer("stores/pg/retention-rules.ts"),
    find: " and (t.provisional or not later.provisional)",
    replace: "",
    tests: inServer("stores/pg/retention.int.test.ts"),
  },
];
