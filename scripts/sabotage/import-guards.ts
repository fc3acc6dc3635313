import { type Guard, inClient, inServer } from "./guard.ts";

const imports = { tests: inServer("jobs/sync-run.int.test.ts") };
const stored = { file: inServer("stores/pg/refresh-tokens.ts"), ...imports };
const outages = { file: inServer("stores/outage.ts"), tests: inServer("stores/outage.test.ts") };
const tokens = { file: inServer("jobs/fresh-token.ts"), tests: inServer("jobs/fresh-token.int.test.ts") };
const inbox = {
  file: inServer("jobs/webhook-inbox.ts"),
  tests: inServer("jobs/webhook-inbox.int.test.ts"),
};
const rereads = { tests: inServer("jobs/reread-objects.int.test.ts") };
const pages = {
  file: inServer("stores/pg/commit-pages.ts"),
  tests: inServer("stores/pg/commit-pages.int.test.ts"),
};
const rows = {
  file: inServer("stores/pg/income-writer.ts"),
  tests: inServer("stores/pg/income-writer.int.test.ts"),
};
const consents = {
  file: inServer("connecting/check-account.ts"),
  tests: inServer("use-cases/complete-connection.test.ts"),
};
const tokenCalls = {
  file: inClient("request/token-transport.ts"),
  tests: inClient("request/token-transport.test.ts"),
};
const mapping = { tests: inClient("records/records.test.ts") };
const refreshes = { tests: inServer("jobs/refresh-changes.int.test.ts") };
const scores = {
  file: inServer("jobs/score-wallet.ts"),
  tests: inServer("jobs/score-wallet.int.test.ts"),
};
const gone = {
  file: inServer("stores/pg/scores.ts"),
  tests: inServer("jobs/refresh-changes.int.test.ts"),
};
const metrics = { tests: inClient("metrics/rules.test.ts") };
const apiCalls = { tests: inClient("request/api-transport.test.ts") };

/** Guards of tokens in use, of imports, and of what is believed of the platform. */
export const importGuards: readonly Guard[] = [
  {
    ...imports,
    name: "a connection that has been renewed outlives the refusal of an older refresh",
    file: inServer("jobs/sync-run.ts"),
    find: 'if (code === "refresh_rejected") throw new SyncRetry(code);',
    replace: "",
  },
  {
    ...imports,
    name: "a connection that has been renewed outlives the refusal of an older token",
    file: inServer("jobs/sync-run.ts"),
    find: 'if (code === "token_invalid" && isOld) throw new SyncRetry(code);',
    replace: "void isOld;",
  },
  {
    ...imports,
    name: "an import knows which token was refused",
    file: inServer("jobs/read-page.ts"),
    find: "onInvalid?.(token.version);",
    replace: "void onInvalid;",
  },
  {
    ...stored,
    name: "newer tokens that are stored keep a connection alive",
    find: "token_version > $2 or refresh_lease_id is not null",
    replace: "$2::int < 0 or refresh_lease_id is not null",
  },
  {
    ...stored,
    name: "tokens that are being fetched keep a connection alive",
    find: " or refresh_lease_id is not null",
    replace: "",
  },
  {
    ...stored,
    name: "tokens of a leader taken for dead keep a connection alive",
    find: "or refresh_lease_id is not null or",
    replace: "or refresh_lease_id is not null or false and",
  },
  {
    ...stored,
    name: "a doubt lasts no longer than it was given",
    find: " and refresh_doubt_until <= now() + interval '20 seconds'",
    replace: "",
    tests: inServer("jobs/fresh-token.int.test.ts"),
  },
  {
    ...imports,
    name: "an import waits for a database that is out of order",
    file: inServer("jobs/read-windows.ts"),
    find: "if (isOutage(error)) throw error;",
    replace: "void isOutage;",
  },
  { ...outages, name: "a lost line is an outage", find: " || lostLines.has(error.code)", replace: "" },
  {
    ...outages,
    name: "a lost line of which the driver speaks is an outage",
    find: 'return error.message.startsWith("Connection terminated") || error.message === silent;',
    replace: "return error.message === silent;",
  },
  {
    name: "a return rate is not 0 where no returns were read",
    file: inClient("metrics/revenue-data.ts"),
    find: "areRefundsKnown(metrics) ?",
    replace: "areRefundsKnown(metrics) || true ?",
    tests: inClient("metrics/seller-figures.test.ts"),
  },
  {
    ...outages,
    name: "a silent line is an outage",
    find: " || error.message === silent;",
    replace: ";",
  },
  {
    file: inServer("stores/pg/pool.ts"),
    name: "a line that fell silent is noticed",
    find: "query_timeout: options.answerMs ?? statementTimeoutMs + 15_000,",
    replace: "",
    tests: inServer("stores/pg/pool.int.test.ts"),
  },
  {
    ...tokens,
    name: "tokens that the database refuses for good are given up",
    find: "if (isLate || isFinalRefusal(error)) {",
    replace: "void isFinalRefusal;\n        if (isLate) {",
  },
  {
    ...tokens,
    name: "tokens that the database may yet take are kept",
    file: inServer("stores/outage.ts"),
    find: "/^(22|23|LF)...$/",
    replace: "/^(22|23|42|LF)...$/",
  },
  {
    ...tokens,
    name: "a token of an earlier consent is not used",
    find: 'if (token.epoch !== request.epoch) throw new ConnectorError("aborted", "the account was reconnected meanwhile");',
    replace: "",
  },
  {
    ...tokens,
    name: "an older refresh token spoils no newer answer",
    find: " || (await mayHaveNewerTokens(pool, connectionId))",
    replace: "",
  },
  {
    name: "a shop's topics wait for an authorisation that may come back",
    file: inServer("jobs/subscribe-shops.ts"),
    find: 'new Set(["scope_missing", "not_supported"])',
    replace: 'new Set(["scope_missing", "not_supported", "token_invalid", "refresh_rejected"])',
    tests: inServer("jobs/subscribe-shops.int.test.ts"),
  },
  {
    ...pages,
    name: "an import of an earlier consent is over",
    file: inServer("stores/pg/runs.ts"),
    find: "where id = $1 and epoch = $2 and is_active and status",
    replace: "where id = $1 and $2::int > 0 and is_active and status",
  },
  {
    ...pages,
    name: "an import whose connection has to be reconnected is over",
    file: inServer("stores/pg/runs.ts"),
    find: " and is_active and status not in ('disconnected', 'needs_reconnect') for update",
    replace: " and is_active for update",
  },
  {
    ...pages,
    name: "an import is ended by whoever took it last",
    file: inServer("stores/pg/runs.ts"),
    find: "state = 'running' and attempts = $2 for update",
    replace: "state = 'running' and $2::int > 0 for update",
  },
  {
    ...pages,
    name: "pages are written by whoever took the import last",
    file: inServer("stores/pg/windows.ts"),
    find: "state = 'running' and attempts = $2 for share",
    replace: "state = 'running' and $2::int > 0 for share",
  },
  {
    ...pages,
    name: "no page of a cancelled import is written",
    file: inServer("stores/pg/windows.ts"),
    find: "where id = $1 and state = 'running' and attempts",
    replace: "where id = $1 and attempts",
  },
  {
    ...pages,
    name: "a page is counted once",
    find: " and cursor is not distinct from $2 and pages_done = $3 returning 1",
    replace: " and ($2::text is null or true) and $3::int >= 0 returning 1",
  },
  {
    ...rows,
    name: "no row is written for a connection that has ended",
    find: "where id = $1 and epoch = $2 and is_active and status <> 'disconnected' for share",
    replace: "where id = $1 and $2::int > 0 for share",
  },
  {
    ...rows,
    name: "an older row replaces no newer one",
    find: '"where kept.update_time <= excluded.update_time"',
    replace: '""',
  },
  {
    ...inbox,
    name: "a delivery from before a consent does not end it",
    find: "if (event.eventTime !== null && event.eventTime < consented) return;",
    replace: "void consented;",
  },
  {
    ...inbox,
    name: "a delivery that never works is set aside",
    find: "const isDead = event.tries + 1 >= mostTries;",
    replace: "const isDead = event.tries + 1 >= mostTries * 100;",
  },
  {
    ...inbox,
    name: "a delivery waits for a database that is out of order",
    find: "if (isOutage(error)) throw error;",
    replace: "void isOutage;",
  },
  {
    ...inbox,
    name: "a delivery of nobody here keeps no id",
    file: inServer("stores/pg/webhook-inbox.ts"),
    find: "shop_id = case when $2 = 'parked' then null else shop_id end,",
    replace: "",
  },
  {
    ...inbox,
    name: "a delivery wakes no connection that has ended",
    file: inServer("stores/pg/webhook-inbox.ts"),
    find: "where c.platform = $1 and c.is_active order by",
    replace: "where c.platform = $1 order by",
  },
  {
    ...rereads,
    name: "an object is read again at most once in ten seconds",
    file: inServer("stores/pg/rereads.ts"),
    find: "const quietSeconds = 10;",
    replace: "const quietSeconds = 0;",
  },
  {
    ...rereads,
    name: "batches of one shop never wait for each other for ever",
    file: inServer("jobs/reread-objects.ts"),
    find: 'if (isUnlisted || (await isStale(tx, connectionId, rows))) await requestRefresh(tx, connectionId, "webhook");',
    replace: `if (isUnlisted || (await isStale(tx, connectionId, rows))) {
      await saveRows(tx, { connectionId, runId, epoch }, []);
      await askRescore(tx, connectionId);
      await requestRefresh(tx, connectionId, "webhook");
    }`,
  },
  {
    ...scores,
    name: "an account that is erased while it is counted is in no score",
    find: 'if (!liveOn(counted, connections)) throw new SyncRetry("wallet_changed");',
    replace: "void liveOn;\n        void connections;",
  },
  {
    ...scores,
    name: "an account that is not counted gets no other account's figures",
    find: "if (!connections.some(({ id }) => id === connectionId)) return null;",
    replace: "",
  },
  {
    ...gone,
    name: "a commission that the list no longer holds is not counted",
    file: inServer("jobs/score-wallet.ts"),
    find: "if (stale.ofCreator) await forgetGone(pool, run);",
    replace: "void forgetGone;",
  },
  {
    ...gone,
    name: "a list with a doubt takes no commission away",
    file: inServer("jobs/stale-lists.ts"),
    find: "return failed + shopInactive + doubts.length > 0;",
    replace: "void doubts;\n  return failed + shopInactive > 0;",
  },
  {
    ...gone,
    name: "a list without a count takes no commission away",
    find: "w.stage = 'commissions' and w.rows_total is null)",
    replace: "w.stage = 'commissions' and false)",
  },
  {
    ...gone,
    name: "a commission order that was set aside is still listed",
    find: "and (aside.row_id is null or aside.row_id = gone.order_id))",
    replace: "and false)",
  },
  {
    ...imports,
    name: "unsettled money is forgotten by a list that was read",
    file: inServer("jobs/stale-lists.ts"),
    find: 'outcome.stage === "unsettled" && isWhole(outcome)',
    replace: 'outcome.stage === "unsettled"',
  },
  {
    ...imports,
    name: "what was set aside of a shop that could not be read stays so",
    file: inServer("stores/pg/outcomes.ts"),
    find: "and closed.skip_reason = 'shop_inactive')",
    replace: "and false)",
  },
  {
    name: "a signature of a delivery has one way of writing",
    file: inClient("request/hmac-matches.ts"),
    find: "if (!/^[0-9a-f]{64}$/.test(hex)) return false;",
    replace: "if (!/^[0-9a-f]{64}$/i.test(hex)) return false;",
    tests: inClient("webhook.test.ts"),
  },
  {
    name: "the platform's code decides, whatever the status says",
    file: inClient("request/unwrap.ts"),
    find: "if (envelope.code === 0) {",
    replace: "if (envelope.code === 0 || isSuccess(answer.status)) {",
    tests: inClient("request/unwrap.test.ts"),
  },
  {
    ...tokenCalls,
    name: "a token whose life is unknown is not stored",
    file: inClient("wire/token.ts"),
    find: ".max(now + longestAccessLife)",
    replace: ".max(now * longestAccessLife)",
  },
  {
    ...tokenCalls,
    name: "a code that may be spent is not sent again",
    find: "if (lastError instanceof ConnectorError && !repeatable.has(lastError.code)) throw lastError;",
    replace: "void repeatable;",
  },
  {
    ...tokenCalls,
    name: "an answer about tokens is small",
    find: "Math.min(settings.maxResponseBytes, maxTokenBytes)",
    replace: "Math.max(settings.maxResponseBytes, maxTokenBytes)",
  },
  {
    name: "what the network says of a call enters no message",
    file: inClient("request/failure.ts"),
    find: 'return new Error(names.filter((name) => name !== "").join(" ") || "unknown failure");',
    replace: "return error instanceof Error ? error : new Error(String(error));",
    tests: inClient("request/failure.test.ts"),
  },
  {
    ...apiCalls,
    name: "a platform that is down is not asked more often",
    file: inClient("request/retry-budget.ts"),
    find: "if (left < 1) return false;",
    replace: "",
  },
  {
    ...apiCalls,
    name: "a clock that is a day off is not believed",
    file: inClient("request/platform-clock.ts"),
    find: " || Math.abs(platformMs - now()) > dayMs",
    replace: "",
  },
  {
    name: "one call finds out whether the platform is back",
    file: inClient("request/breaker.ts"),
    find: "if (isProbing) refuse(subject, 1_000);",
    replace: "",
    tests: inClient("request/breaker.test.ts"),
  },
  {
    name: "a name of the platform's breaks no line and turns no text",
    file: inClient("wire/fields.ts"),
    find: '.toWellFormed().replaceAll(everyUnplain, "")',
    replace: ".toWellFormed() + String(everyUnplain).slice(0, 0)",
    tests: inClient("wire/fields.test.ts"),
  },
  {
    ...metrics,
    name: "of a shop that two accounts read one account speaks",
    file: inClient("metrics/shop-owners.ts"),
    find: "return owner !== undefined && owner.id !== connectionId;",
    replace: "return owner === undefined;",
  },
  {
    ...metrics,
    name: "an order that another account has counted is told as a duplicate",
    file: inClient("metrics/exclude-twins.ts"),
    find: 'whole.exclude("DUPLICATE", order.currency, amount, amountUsd);',
    replace: "",
  },
  {
    name: "no order that two accounts read is followed twice",
    file: inClient("tie-out/tie-out.ts"),
    find: "readByOrder: (id, kind) => owners.ownRows(id, source.readByOrder(id, kind)),",
    replace: "",
    tests: inClient("tie-out/tie-out.test.ts"),
  },
  {
    ...metrics,
    name: "no order is old and unreconciled of a shop whose settlements were not read",
    file: inClient("metrics/add-orders.ts"),
    find: "!settlement.judges(order.shopId)",
    replace: "!settlement.isAvailable",
  },
  {
    name: "no order is missing of a shop whose settlements were not read",
    file: inClient("tie-out/tie-out.ts"),
    find: "if (!areFinanceListsRead(connection, shopId)) return false;",
    replace: "",
    tests: inClient("tie-out/tie-out.test.ts"),
  },
  {
    ...metrics,
    name: "a return with a status that nobody knows is told",
    file: inClient("metrics/refunds-by-order.ts"),
    find: 'if (outcome === "unknown") excludeUnknown(context, record);',
    replace: "",
  },
  {
    ...consents,
    name: "a shop outside of the platform's markets is not kept",
    find: "account.shops.filter(({ region }) => markets.includes(region))",
    replace: "account.shops.filter(({ region }) => markets.length > 0 || region)",
  },
  {
    ...consents,
    name: "an account without an active shop is not connected",
    find: "if (shops.every(({ isActive }) => isActive === false)) {",
    replace: "if (shops.length === 0) {",
  },
  {
    ...outages,
    name: "a database that is out of order is 503",
    file: inServer("stores/data-api.ts"),
    find: "isOutageState(sqlState) || ",
    replace: "",
    tests: inServer("stores/outage.int.test.ts"),
  },
  {
    ...mapping,
    name: "half a surrogate pair in a name loses no page",
    file: inClient("wire/fields.ts"),
    find: "value.toWellFormed()",
    replace: "value",
  },
  {
    ...mapping,
    name: "a word that no table can hold is set aside",
    file: inClient("wire/fields.ts"),
    find: "value.isWellFormed() && ",
    replace: "",
  },
  {
    ...mapping,
    name: "a sum that no table can hold is set aside",
    file: inClient("records/kept-amount.ts"),
    find: "if (!/^-?\\d{1,14}(?:\\.|$)/.test(sum))",
    replace: 'if (sum === "")',
  },
  {
    ...refreshes,
    name: "rows that were set aside make a score provisional",
    file: inServer("jobs/provisional-reasons.ts"),
    find: "...(setAside > 0 ?",
    replace: "...(setAside > Number.MAX_SAFE_INTEGER ?",
  },
  {
    ...refreshes,
    name: "a row that was set aside stays a doubt until it is read",
    file: inServer("stores/pg/outcomes.ts"),
    find: "or run.since_run_id is not null and (",
    replace: "or false and (",
  },
  {
    ...refreshes,
    name: "a row that was set aside and is understood since is no doubt",
    file: inServer("stores/pg/commit-pages.ts"),
    find: "    await forgetUnderstood(tx, target, pages);\n",
    replace: "",
  },
  {
    ...imports,
    name: "a shop that is refused as inactive has no standing",
    file: inServer("stores/pg/windows.ts"),
    find: 'if (end.reason === "shop_inactive" && window.shopId !== null)',
    replace: "if (window.shopId === end.code)",
  },
  {
    ...imports,
    name: "a shop that was inactive at the consent is not called active because it can be read",
    file: inServer("stores/pg/shop-activity.ts"),
    find: "connection_id = $1 and refused_epoch = $2 and",
    replace: "connection_id = $1 and $2::int > 0 and",
  },
  {
    name: "a list of which a part was not read is not called read",
    file: inServer("jobs/stage-status.ts"),
    find: "if (outcome.failed + outcome.shopInactive > 0 || isRefusedInPart(outcome)) return",
    replace: "if (outcome.done === 0 && outcome.failed + outcome.shopInactive > 0) return",
    tests: inServer("jobs/stage-status.test.ts"),
  },
  {
    name: "a list of changes that shrank while it was read is not called whole",
    file: inServer("stores/pg/windows.ts"),
    find: "Math.max(told, before)",
    replace: "told",
    tests: inServer("jobs/read-page.test.ts"),
  },
  {
    name: "statements are read after what they take rows from",
    file: inServer("jobs/lanes.ts"),
    find: " || mustWait(first)",
    replace: "",
    tests: inServer("jobs/lanes.test.ts"),
  },
  {
    name: "statements cover what came to them meanwhile",
    file: inServer("jobs/plan-windows.ts"),
    find: "stage.after === undefined ? subject.to : subject.to + lateSeconds",
    replace: "subject.to",
    tests: inServer("jobs/plan-windows.test.ts"),
  },
];
