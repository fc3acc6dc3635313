import type { Exchange } from "./exchange.ts";
import type { InsightsBook } from "./insights.ts";
import type { Ledger } from "./ledger.ts";
import type { NotReported } from "./not-reported.ts";
import type { Periods } from "./periods.ts";
import type { RowSink } from "./rows/metric-row.ts";
import type { ConnectionIncome, MetricsSource } from "./source.ts";

/** What the shops' figures are computed from, and where their parts go. */
export interface SellerContext {
  readonly source: MetricsSource;
  readonly connections: readonly ConnectionIncome[];
  readonly periods: Periods;
  /** Every qualifying order goes here as well: the borrower's sums over both sides. */
  readonly whole: Ledger;
  readonly exchange: Exchange;
  readonly insights: InsightsBook;
  /** Takes the rows behind the figures, when somebody asked for them. */
  readonly rows: RowSink | null;
  readonly notReported: NotReported;
  readonly firstActivity: number | null;
  /** Called with each order id, so that commission on one's own sales can be told apart. */
  readonly onOwnOrder: (orderId: string) => void;
}
