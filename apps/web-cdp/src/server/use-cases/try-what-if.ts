import "server-only";
import { WhatIfError, whatIf } from "@lendfriend/credit-score";
import type { Session, WhatIfChanges } from "#server/contract.ts";
import { AppError } from "#server/errors.ts";
import type { Ports } from "#server/ports.ts";

/**
 * The wallet's score if some figures were others: the same function on an edited copy of its newest inputs. Throws
 * `not_found` without a score, `bad_request` for a lever that is unknown, not offered, or out of range.
 */
export async function tryWhatIf(
  { scores }: Pick<Ports, "scores">,
  session: Session,
  changes: WhatIfChanges,
): Promise<{ score: number; delta: number }> {
  const inputs = await scores.findInputs(session);
  if (inputs === null) throw new AppError("not_found", "There is no score yet: connect a shop and let it import.");
  try {
    const { score, delta } = whatIf(inputs, numbersOf(changes));
    return { score, delta };
  } catch (error) {
    if (error instanceof WhatIfError) throw new AppError("bad_request", error.message, { cause: error });
    throw error;
  }
}

function numbersOf(changes: WhatIfChanges): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(changes).map(([lever, value]) => {
      if (typeof value === "number") return [lever, value];
      throw new AppError("bad_request", `${lever.slice(0, 60)} must be a number.`);
    }),
  );
}
