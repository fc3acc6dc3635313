import { csvLine } from "#lib/csv.ts";
import { stillThere } from "#lib/still-there.ts";
import type { StoredFlag, TieOutPage, TieOutQuery } from "#server/tie-out-page.ts";
import { catalogue } from "#words/catalogue.ts";

const { problem: problems } = catalogue.en.moneyTrail;

type ReadPage = (query: TieOutQuery) => Promise<TieOutPage | null>;

const flagsPerRead = 1_000;

/** Every flag of a tie-out, a thousand at a time. */
async function* eachFlag(readPage: ReadPage): AsyncGenerator<StoredFlag, void, undefined> {
  for (let page = 1; ; page++) {
    const answer = await readPage({ kind: null, page, pageSize: flagsPerRead });
    if (answer === null) return;
    yield* answer.flags;
    if (answer.flags.length < flagsPerRead) return;
  }
}

/** The flags as RFC 4180 text, line by line. Throws where the tie-out is gone before its last page. */
export async function* trailCsv(readPage: ReadPage): AsyncGenerator<string, void, undefined> {
  yield csvLine([
    "state",
    "what",
    "id",
    "problem",
    "shop",
    "order",
    "statement",
    "payment",
    "currency",
    "expected",
    "found",
    "found_currency",
    "date",
    "meaning",
  ]);
  for await (const flag of eachFlag(stillThere(readPage))) {
    yield csvLine([
      flag.kind,
      flag.subject,
      flag.id,
      flag.problem,
      flag.shopId,
      flag.orderId,
      flag.statementId,
      flag.paymentId,
      flag.currency,
      flag.expected,
      flag.found,
      flag.foundCurrency ?? flag.currency,
      flag.at,
      problems[flag.problem].means,
    ]);
  }
}

/** The same in the columns of the lender's export, under the states' sums. */
export async function* trailRows(readPage: ReadPage): AsyncGenerator<string, void, undefined> {
  const read = stillThere(readPage);
  const first = await read({ kind: null, page: 1, pageSize: flagsPerRead });
  if (first === null) return;
  for (const { subject, state, currency, count, value } of first.counts) {
    yield csvLine(["money_trail", subject, null, null, value, currency, state, `${count} rows`]);
  }
  const readRest: ReadPage = (query) => (query.page === 1 ? Promise.resolve(first) : read(query));
  for await (const flag of eachFlag(readRest)) {
    const { kind, subject, id, found, expected, currency, foundCurrency, problem } = flag;
    const text = `${subject} ${id}: expected ${expected ?? "nothing"}. ${problems[problem].means}`;
    yield csvLine(["money_trail_flag", id, null, null, found, foundCurrency ?? currency, kind, text]);
  }
}
