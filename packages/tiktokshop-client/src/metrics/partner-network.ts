import { type Periods, spanOf } from "./periods.ts";

/** Distinct partners with a commissioned order in the first and in the last block. */
export class PartnerNetwork {
  private readonly first = new Set<string>();
  private readonly last = new Set<string>();
  private readonly periods: Periods;

  constructor(periods: Periods) {
    this.periods = periods;
  }

  add(partner: string, time: number): void {
    const block = spanOf(this.periods.blockEdges, time);
    if (block === 0) this.first.add(partner);
    if (block === 2) this.last.add(partner);
  }

  counts(): { readonly firstBlock: number; readonly lastBlock: number } {
    return { firstBlock: this.first.size, lastBlock: this.last.size };
  }
}
