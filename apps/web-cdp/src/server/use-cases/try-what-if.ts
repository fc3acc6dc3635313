import "server-only";
import type { Session, WhatIfChanges } from "#server/contract.ts";
import { AppError } from "#server/errors.ts";
import type { Ports } from "#server/ports.ts";

export async function tryWhatIf(
  { scores }: Pick<Ports, "scores">,
  session: Session,
  changes: WhatIfChanges,
): Promise<{ score: number; delta: number }> {
  const inputs = await scores.findInputs(session);
  if (inputs === null) throw new AppError("not_found", "There is no score yet: connect a shop and let it import.");
  throw new AppError("bad_request", `unknown lever: ${Object.keys(changes).join()}`);
}
