import { type Guard, inMigrations, inServer, inSqlTests } from "./guard.ts";

const signIn = {
  file: inMigrations("20261123000200_sign_in.sql"),
  tests: inSqlTests("sign-in"),
};
const sharing = {
  file: inMigrations("20261123001000_sharing.sql"),
  tests: inSqlTests("sharing"),
};
const saidWithoutFigures = inMigrations("20261129140000_said_without_figures.sql");
const besideReport = inMigrations("20261129111300_score_history.sql");
const history = inMigrations("20261130040000_longer_history.sql");
const looks = inMigrations("20261130010000_looks.sql");
const listed = inMigrations("20261130070000_listed_scores.sql");
const adverse = {
  file: inMigrations("20261129104300_adverse_actions.sql"),
  tests: inSqlTests("adverse-actions"),
};
const refreshing = {
  file: inMigrations("20261129114900_clocks.sql"),
  tests: inSqlTests("refreshing"),
};
const consentLanguage = inMigrations("20261129161000_consent_language.sql");
const deliveriesByKey = inMigrations("20261130060002_deliveries_by_key.sql");
const refreshDoubts = inMigrations("20261129160000_refresh_doubts.sql");
const exporting = {
  file: inMigrations("20261130060003_export_pages.sql"),
  tests: inSqlTests("exporting"),
};
const deletion = {
  file: inMigrations("20261129111600_account_deletion.sql"),
  tests: inSqlTests("account-deletion"),
};
const clocks = {
  file: inMigrations("20261129114900_clocks.sql"),
  tests: inSqlTests("clocks"),
};
const once = {
  file: inMigrations("20261130060001_refusals_keep_no_key.sql"),
  tests: inServer("stores/once-store.int.test.ts"),
};
const confirmations = {
  file: inMigrations("20261130080000_account_proofs.sql"),
  tests: inSqlTests("confirmations"),
};
const liveSessions = {
  file: inMigrations("20261129160200_idle_sessions.sql"),
  tests: inSqlTests("rls-claims"),
};
const audit = { file: inMigrations("20261123000300_audit.sql") };
const matrix = inSqlTests("rls-matrix");

/** Guards that stand in the database; tests against a real PostgreSQL notice. */
export const sqlGuards: readonly Guard[] = [
  {
    ...signIn,
    name: "a challenge belongs to the browser that asked",
    find: "where pre_session_hash = p_pre_session_hash and message = p_message",
    replace: "where message = p_message",
  },
  {
    ...signIn,
    name: "an expired challenge is refused",
    find: "from taken where expires_at > now() limit 1",
    replace: "from taken limit 1",
  },
  {
    ...signIn,
    name: "a closed session is dead",
    file: clocks.file,
    find: "where session_hash = p_session_hash and revoked_at is null;",
    replace: "where session_hash = p_session_hash;",
  },
  {
    ...signIn,
    name: "a state belongs to the browser that began",
    file: consentLanguage,
    find: "      and browser_hash = p_browser_hash\n",
    replace: "",
  },
  {
    ...signIn,
    name: "a state belongs to the session that began",
    file: consentLanguage,
    find: "      and session_id = app_private.require_uuid(p_session_id, 'p_session_id')\n",
    replace: "",
  },
  {
    ...signIn,
    name: "a code is fresh once",
    find: "return jsonb_build_object('fresh', found);",
    replace: "return jsonb_build_object('fresh', true);",
  },
  {
    ...signIn,
    name: "a rate limit limits",
    file: inMigrations("20261130020000_staggered_windows.sql"),
    find: "'allowed', v_count <= v_limit,",
    replace: "'allowed', true,",
  },
  {
    ...signIn,
    name: "one's own sessions only can be ended",
    file: inMigrations("20261125002100_sessions.sql"),
    find: "where account_id = v_account and (v_session is null",
    replace: "where (v_session is null",
  },
  {
    ...confirmations,
    name: "a confirmation is for one act on one object",
    find: "where taken.act = p_act and taken.object = p_object and taken.expires_at > now()",
    replace: "where taken.expires_at > now()",
  },
  {
    ...confirmations,
    name: "a confirmation dies with its session",
    find: "and open.revoked_at is null and open.expires_at > now()",
    replace: "",
  },
  {
    ...confirmations,
    name: "a confirmation expires",
    find: " and taken.expires_at > now()\n",
    replace: "\n",
  },
  {
    ...liveSessions,
    name: "a database token dies with its session",
    find: "    and session.revoked_at is null and session.expires_at > now()\n",
    replace: "",
  },
  {
    ...liveSessions,
    name: "a database token dies with a session that is left alone",
    find: "    and session.last_seen_at > now() - interval '30 minutes'\n",
    replace: "",
  },
  {
    ...liveSessions,
    name: "a database token is good for its own wallet's session only",
    find: "  where session.wallet = request.claims ->> 'wallet_address'\n    and session",
    replace: "  where session",
  },
  {
    ...sharing,
    name: "a revoked share shows nothing",
    find: "where lender = p_lender and revoked_at is null and expires_at > now()",
    replace: "where lender = p_lender and expires_at > now()",
  },
  {
    ...sharing,
    name: "an expired share shows nothing",
    find: "where lender = p_lender and revoked_at is null and expires_at > now()",
    replace: "where lender = p_lender and revoked_at is null",
  },
  {
    ...sharing,
    name: "a tier share shows no points",
    find: "    when 'metrics' then p_report\n    else",
    replace: "    when 'metrics' then p_report when 'tier' then p_report\n    else",
  },
  {
    ...sharing,
    name: "a factors share shows no figure of a sentence",
    file: saidWithoutFigures,
    find: "to_jsonb(app_private.without_figures(member.value #>> '{}'))",
    replace: "member.value",
  },
  {
    ...sharing,
    name: "a factors share shows codes without their values",
    file: saidWithoutFigures,
    find: "then app_private.codes_of(member.value)",
    replace: "then member.value",
  },
  {
    ...sharing,
    name: "a factors share shows the members of a line that it names",
    file: saidWithoutFigures,
    find: "    where member.key = any (p_kept || p_sentences)",
    replace: "    where member.key is not null",
  },
  {
    ...sharing,
    name: "a code cannot carry a figure",
    file: saidWithoutFigures,
    find: "coalesce(message ->> 'code' ~ '^[a-z_]+$', false)",
    replace: "true",
  },
  {
    ...sharing,
    name: "insights, earlier scores and changes are shown with metrics only",
    file: besideReport,
    find: "    when 'metrics' then jsonb_build_object(",
    replace: "    when p_scope then jsonb_build_object(",
  },
  {
    ...sharing,
    name: "a history is of one wallet",
    file: history,
    find: "from public.score_snapshots where wallet_address = p_wallet",
    replace: "from public.score_snapshots",
  },
  {
    ...sharing,
    name: "a history goes back as far as scores are kept",
    file: history,
    find: "where place <= 200 or place_in_day = 1",
    replace: "where place <= 200",
    tests: inSqlTests("score-history"),
  },
  {
    ...sharing,
    name: "a score is compared with its own wallet's",
    file: besideReport,
    find: "where wallet_address = p_snapshot.wallet_address and (",
    replace: "where (",
  },
  {
    ...sharing,
    name: "a minute bounds one lender's looks at one borrower",
    file: looks,
    find: "  ) >= 300 then",
    replace: "  ) >= 3000 then",
  },
  {
    ...sharing,
    name: "the bound of looks is of a pair",
    file: looks,
    find: "where wallet_address = new.wallet_address and lender = new.lender and",
    replace: "where wallet_address = new.wallet_address and",
  },
  {
    ...sharing,
    name: "one lender's looks hide no other's",
    file: listed,
    find: "order by nth, read_at desc, id desc limit 500",
    replace: "order by read_at desc, id desc limit 500",
  },
  {
    ...sharing,
    name: "a list that shows a score is a look",
    file: listed,
    find: "    if not v_line.is_new or app_private.note_listed(v_line.share, v_line.snapshot_id) then",
    replace: "    if true then",
  },
  {
    ...sharing,
    name: "a listed score is in the audit log",
    file: listed,
    find: `    perform app_private.append_audit(p_share.wallet_address, p_share.lender, 'score.listed', p_snapshot_id::text,
      jsonb_build_object('shareId', p_share.id, 'scope', p_share.scope));
`,
    replace: "    null;\n",
  },
  {
    ...sharing,
    name: "a score that is listed twice at once is logged once",
    file: listed,
    find: "create unique index access_log_lists_once",
    replace: "create index access_log_lists_once",
  },
  {
    ...sharing,
    name: "lists lock logs in one order",
    file: listed,
    find: "    order by (listed.share).wallet_address\n",
    replace: "    order by listed.nth\n",
  },
  {
    ...sharing,
    name: "a list shows no share that has ended meanwhile",
    file: listed,
    find: "  if not exists (select from public.shares where id = p_share.id and revoked_at is null) then",
    replace: "  if false then",
  },
  {
    ...sharing,
    name: "a list does not fail for the bound of looks",
    file: listed,
    find: "when (new.place = 'score') ",
    replace: "",
  },
  {
    ...sharing,
    name: "a list of borrowers is bounded",
    file: listed,
    find: "order by nth limit 500",
    replace: "order by nth limit 5000",
  },
  {
    ...sharing,
    name: "borrowers without a score push none with one out of a list",
    file: listed,
    find: "order by newest.id is null, share.created_at desc",
    replace: "order by share.created_at desc",
  },
  {
    ...sharing,
    name: "a borrower without a score is not compared",
    file: listed,
    find: "\n    and exists (select from app_private.latest_snapshot(wallet_address))",
    replace: "",
  },
  {
    ...sharing,
    name: "a look at a shared score is logged",
    file: inMigrations("20261129111200_shared_insights.sql"),
    find: `  insert into public.access_log (wallet_address, lender, share_id, scope, snapshot_id)
  values (p_borrower, p_lender, v_share.id, v_share.scope, v_snapshot.id);
`,
    replace: "",
  },
  {
    ...refreshing,
    name: "one leader refreshes at a time",
    find: "  if c.refresh_lease_until > now() and c",
    replace: "  if false and c",
  },
  {
    ...refreshing,
    file: refreshDoubts,
    name: "a refresh is committed by compare-and-set",
    find: "where id = v_id and epoch = v_epoch and token_version = v_version\n",
    replace: "where id = v_id and epoch = v_epoch\n",
  },
  {
    ...refreshing,
    file: refreshDoubts,
    name: "a refusal ends nothing while another leader may have newer tokens",
    find: "  if v_final and c.refresh_doubt_until > now() and",
    replace: "  if false and",
  },
  {
    ...refreshing,
    file: refreshDoubts,
    name: "a connection that was ended over a version comes back with its answer",
    find: "      or status = 'needs_reconnect' and refresh_refused_version = v_version)",
    replace: "      )",
  },
  {
    ...refreshing,
    file: refreshDoubts,
    name: "a connection that ended for another reason does not come back",
    find: "      or status = 'needs_reconnect' and refresh_refused_version = v_version)",
    replace: "      or status = 'needs_reconnect')",
  },
  {
    ...refreshing,
    name: "whoever is handed an access token is on record",
    find: "    perform app_private.note_token_access(c, 'access');\n    return v_fresh;",
    replace: "    return v_fresh;",
  },
  {
    ...refreshing,
    name: "whoever is handed a refresh token is on record",
    find: "  perform app_private.note_token_access(c, 'refresh');\n",
    replace: "",
  },
  {
    ...refreshing,
    name: "clocks that disagree cause no loop of refreshes",
    find: "    or (v_refresh.version > 1 and v_refresh.updated_at > now() - interval '1 minute')\n",
    replace: "",
    tests: inServer("jobs/refresh-clocks.int.test.ts"),
  },
  {
    ...refreshing,
    name: "a platform that is down is left alone",
    find: "if c.refresh_retry_at > now() and",
    replace: "if false and",
  },
  {
    name: "a shop is held by one wallet",
    file: inMigrations("20261130060000_one_account_a_shop.sql"),
    find: "  if app_private.is_held_by_other_wallet(v_wallet, v_platform, v_account, v_user, v_shop_ids) then\n    perform",
    replace: "  if false then\n    perform",
    tests: inSqlTests("connecting"),
  },
  {
    ...exporting,
    name: "an export names no column that its owner may not read",
    find: "where a.attrelid = v_table and a.attnum > 0 and not a.attisdropped\n    and has_column_privilege('authenticated', v_table, a.attnum, 'select');",
    replace: "where a.attrelid = v_table and a.attnum > 0 and not a.attisdropped;",
  },
  {
    ...exporting,
    name: "a page that is full builds no more rows",
    find: "    exit when v_total > 1000000 and v_next is not null;\n    v_lines := v_lines || v_row.line;\n    v_next := v_row.key;\n",
    replace:
      "    continue when v_total > 1000000 and v_next is not null;\n    v_lines := v_lines || v_row.line;\n    v_next := v_row.key;\n",
    tests: inSqlTests("export-pages"),
  },
  {
    ...exporting,
    name: "an export of a lender leaves out what was shared with it",
    find: "      else format('t.%I = (select public.request_wallet())', a.attname) end",
    replace: "      else 'true' end",
  },
  {
    ...deletion,
    name: "a write under way does not outlive the deletion of its account",
    find: "  if v_account.deleting_at is not null then",
    replace: "  if false then",
  },
  {
    ...deletion,
    name: "only a sign-in makes a deleted account again",
    find: "    and exists (select from app_private.account_deletions where wallet_hash = app_private.wallet_hash(v_wallet)) then",
    replace: "    and false then",
  },
  {
    ...deletion,
    name: "the ledgers of a person go with the account only",
    find: "    and exists (select from app_private.account_deletions where wallet = p_wallet)\n",
    replace: "",
  },
  {
    ...deletion,
    name: "a deletion ends every session at once",
    find: "  update app_private.sessions set revoked_at = now() where wallet = v_wallet and revoked_at is null;\n",
    replace: "",
  },
  {
    ...deletion,
    name: "a deletion ends every share at once",
    find: "  update public.shares set revoked_at = now() where wallet_address = v_wallet and revoked_at is null;\n",
    replace: "",
  },
  {
    ...deletion,
    name: "an erased account leaves no delivery",
    file: deliveriesByKey,
    find: "where platform = p_own.platform and shop_id = held.shop_id and",
    replace: "where false and shop_id = held.shop_id and",
  },
  {
    ...deletion,
    name: "an erased account takes no delivery of a shop that somebody else holds",
    file: deliveriesByKey,
    find: "    where held.platform_shop_id = once_held.shop_id and other.platform = p_own.platform\n",
    replace: "    where false and other.platform = p_own.platform\n",
  },
  {
    ...clocks,
    name: "a session that was found dead stays dead",
    find: "    update app_private.sessions set revoked_at = now() where id = v_session.id and revoked_at is null;\n    return null;",
    replace: "    return null;",
  },
  {
    ...clocks,
    name: "a lease holds no longer than it was given",
    find: " and c.refresh_lease_until <= now() + interval '300 seconds'",
    replace: "",
  },
  {
    ...once,
    name: "an idempotency key stands for one request only",
    find: "case when v_known.request_hash = v_hash then",
    replace: "case when true then",
  },
  {
    ...once,
    name: "only functions that create something are called by key",
    find: "array['create_share', 'store_signed_score', 'request_sync', 'draft_adverse_action']);",
    replace: "array[p_function]);",
  },
  {
    ...once,
    name: "a refusal keeps no key",
    find: "  if v_answer ? 'error' then\n",
    replace: "  if false then\n",
  },
  {
    ...once,
    name: "an import that is asked for by key waits for nobody who waits for it",
    find: "  if v_function = 'request_sync' then\n",
    replace: "  if false then\n",
  },
  {
    ...adverse,
    name: "a decision needs a live share",
    find: "  if not found or v_share.id <> app_private.require_uuid(p_share_id, 'p_share_id') then",
    replace: "  if false then",
  },
  {
    ...adverse,
    name: "a decision rests on the newest score",
    find: "  if v_snapshot.id <> p_snapshot_id::uuid then",
    replace: "  if false then",
  },
  {
    ...adverse,
    name: "a reason is a line that lost points",
    find: "'$.factors.*.items[*] ? (@.points < @.max)'",
    replace: "'$.factors.*.items[*]'",
  },
  {
    ...adverse,
    name: "a reason keeps the words and figures of the shared score",
    find: "      where line @> (",
    replace: "      where line is not null or line @> (",
  },
  {
    ...adverse,
    name: "a record of a decision stands for good",
    find: "  for each row execute function app_private.refuse_change();",
    replace: "  for each row when (false) execute function app_private.refuse_change();",
  },
  {
    ...adverse,
    name: "only the lender of a draft says that its notice was sent",
    file: inMigrations("20261129114100_notices_sent.sql"),
    find: "where id = v_id and lender = v_lender and wallet_address = v_borrower",
    replace: "where id = v_id and wallet_address = v_borrower",
  },
  {
    ...audit,
    name: "people read their own audit rows only",
    find: "using (tenant = (select public.request_wallet()));",
    replace: "using (true);",
    tests: matrix,
  },
  {
    ...audit,
    name: "audit positions have no gap under parallel writers",
    find: "  perform pg_advisory_xact_lock(hashtextextended('audit:' || p_tenant, 0));\n",
    replace: "",
    tests: inSqlTests("ledgers"),
  },
  {
    name: "rows behind a figure are their owner's",
    file: inMigrations("20261130090000_large_erasures.sql"),
    find: "alter policy figure_rows_owner_can_read on public.figure_rows\n  using (wallet_address = (select public.request_wallet()) and snapshot_id = any (array(\n    select id from public.score_snapshots where wallet_address = (select public.request_wallet()))));",
    replace: "alter policy figure_rows_owner_can_read on public.figure_rows\n  using (true);",
    tests: matrix,
  },
];
